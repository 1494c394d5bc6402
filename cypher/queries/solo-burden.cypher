// question: 哪些举措有牵头单位，却没有点名的配合单位？
// question: Which measures have a lead but no supporting agency by name?
// params:
//   document: document = "" — 只看这个文件（键、文号或标题）；空为全部 | this document alone (key, number or title); empty for all
//   inferred: boolean = false — 推断的角色也算 | count inferred roles as well
// returns:
//   document_key (key) — 文件 | document
//   task (text) — 任务 | task
//   measure_key (key) — 举措键 | measure key
//   measure (text) — 举措 | measure
//   leads (texts) — 牵头单位：按原文次序 | leads: in printed order
//   due_on (date) — 最后一天：全条的时限，几个的取最晚的 | due on: last day of the whole measure, the latest of several
//   due_words (texts) — 时限：原文 | deadline: as printed
//   clause_words (texts) — 分句时限：只约束分句的，原文 | clause deadlines: as printed; they bind a clause alone
// order: document_key, printed order of the measures

MATCH (m:Measure)
WHERE EXISTS { MATCH (:Agency)-[r:LEADS]->(m) WHERE (r.basis = 'explicit' OR $inferred) }
  // 统称和几乎每条都列名的单位不算点名：找不到具体的人。
  AND NOT EXISTS {
    MATCH (partner:Agency)-[s:ASSISTS]->(m)
    WHERE (s.basis = 'explicit' OR $inferred) AND NOT partner.is_collective AND s.scope = 'own'
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
// 只约束分句的时限另列：分句到期，全条未必到期。几个时限以最后的为准。
OPTIONAL MATCH (m)-[due:DUE]->(t:Deadline)
WITH m, d, s, above, leads, due, t
ORDER BY t.due_on, coalesce(due.start, 0), due.text
WITH m, d, s, above, leads,
     max(CASE due.scope WHEN 'clause' THEN null ELSE t.due_on END) AS due_on,
     collect(DISTINCT CASE due.scope WHEN 'clause' THEN null ELSE due.text END) AS due_words,
     collect(DISTINCT CASE due.scope WHEN 'clause' THEN due.text END) AS clause_words
RETURN d.key AS document_key, above.title AS task, m.key AS measure_key, m.text AS measure,
       leads, due_on, due_words, clause_words
ORDER BY document_key, coalesce(s.seq, 0), coalesce(above.seq, 0), m.seq, measure_key
