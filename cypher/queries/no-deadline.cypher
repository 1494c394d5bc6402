// question: 哪些举措没有确定的时限？
// question: Which measures have no definite deadline?
// params:
//   document: document = "" — 只看这个文件（键、文号或标题）；空为全部 | this document alone (key, number or title); empty for all
//   inferred: boolean = false — 推断的角色也算 | count inferred roles as well
//   clauses: boolean = true — 只约束分句的时限也算 | count deadlines that bind a clause alone
// returns:
//   document_key (key) — 文件 | document
//   task (text) — 任务 | task
//   measure_key (key) — 举措的键 | measure key
//   measure (text) — 举措 | measure
//   leads (texts) — 牵头单位，按原文次序 | lead agencies in printed order
//   words (texts) — 不定期限的原文（如“持续推进”） | words without a date (such as “持续推进”)
// order: document_key, measure_key

MATCH (m:Measure)
// “持续推进”一类的时限没有最后一天，不算确定的时限。
WHERE NOT EXISTS {
  MATCH (m)-[due:DUE]->(t:Deadline)
  WHERE t.due_on IS NOT NULL AND (due.scope = 'measure' OR $clauses)
}
MATCH (d:Document {key: m.document_key})
WHERE $document IN ['', d.key, d.doc_no, d.title]
OPTIONAL MATCH (task:Task)-[:HAS_MEASURE]->(m)
// 牵头单位按原文次序：排在第一的主办。
OPTIONAL MATCH (lead:Agency)-[l:LEADS]->(m)
WHERE l.basis = 'explicit' OR $inferred
WITH m, d, task, lead, l
ORDER BY l.order, lead.name
WITH m, d, task, collect(lead.name) AS leads
OPTIONAL MATCH (m)-[due:DUE]->(:Deadline)
WITH m, d, task, leads, due
ORDER BY due.text
WITH m, d, task, leads, collect(DISTINCT due.text) AS words
RETURN d.key AS document_key, task.title AS task, m.key AS measure_key, m.text AS measure,
       leads, words
ORDER BY document_key, measure_key
