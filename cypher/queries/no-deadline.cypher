// question: 哪些举措没有确定的时限？
// question: Which measures have no definite deadline?
// params:
//   document: document = "" — 只看这个文件（键、文号或标题）；空为全部 | this document alone (key, number or title); empty for all
//   inferred: boolean = false — 推断的角色也算 | count inferred roles as well
//   clauses: boolean = false — 只有分句时限的也算有时限 | count a measure as dated where a clause alone has a deadline
// returns:
//   document_key (key) — 文件 | document
//   task (text) — 任务 | task
//   measure_key (key) — 举措键 | measure key
//   measure (text) — 举措 | measure
//   leads (texts) — 牵头单位：按原文次序 | leads: in printed order
//   words (texts) — 不定期限：原文，如“持续推进” | words: without a date, such as “持续推进”
//   clause_words (texts) — 分句时限：只约束分句的，原文 | clause deadlines: as printed; they bind a clause alone
// order: document_key, printed order of the measures

MATCH (m:Measure)
// “持续推进”一类的时限没有最后一天，不算确定的时限；只约束分句的时限管不到全条。
WHERE NOT EXISTS {
  MATCH (m)-[due:DUE]->(t:Deadline)
  WHERE t.due_on IS NOT NULL AND (due.scope = 'measure' OR $clauses)
}
MATCH (d:Document {key: m.document_key})
WHERE $document IN ['', d.key, d.doc_no, d.title]
// 板块、任务只为排序和显示：先后按印出的次序，不按键的字面。
OPTIONAL MATCH (m)<-[:HAS_TASK|HAS_MEASURE*1..2]-(s:Section)
OPTIONAL MATCH (above:Task)-[:HAS_MEASURE]->(m)
// 牵头单位按原文次序：排在第一的主办。
OPTIONAL MATCH (lead:Agency)-[l:LEADS]->(m)
WHERE l.basis = 'explicit' OR $inferred
WITH m, d, s, above, lead, l
ORDER BY l.order, lead.name
WITH m, d, s, above, collect(lead.name) AS leads
OPTIONAL MATCH (m)-[due:DUE]->(t:Deadline)
WITH m, d, s, above, leads, due, t
ORDER BY t.due_on, coalesce(due.start, 0), due.text
WITH m, d, s, above, leads,
     collect(DISTINCT CASE WHEN t.due_on IS NULL THEN due.text END) AS words,
     collect(DISTINCT CASE WHEN t.due_on IS NOT NULL THEN due.text END) AS clause_words
RETURN d.key AS document_key, above.title AS task, m.key AS measure_key, m.text AS measure,
       leads, words, clause_words
ORDER BY document_key, coalesce(s.seq, 0), coalesce(above.seq, 0), m.seq, measure_key
