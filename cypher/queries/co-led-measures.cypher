// question: 哪些举措由几个单位联合牵头？
// question: Which measures are led by several agencies together?
// params:
//   document: document = "" — 只看这个文件（键、文号或标题）；空为全部 | this document alone (key, number or title); empty for all
//   inferred: boolean = false — 推断的角色也算 | count inferred roles as well
// returns:
//   document_key (key) — 文件 | document
//   task (text) — 任务 | task
//   measure_key (key) — 举措的键 | measure key
//   measure (text) — 举措 | measure
//   leads (texts) — 牵头单位，按原文次序 | lead agencies in printed order
//   due_on (date) — 最早的时限 | earliest deadline
//   due_words (texts) — 时限原文 | deadline as printed
// order: document_key, measure_key

MATCH (m:Measure)
MATCH (d:Document {key: m.document_key})
WHERE $document IN ['', d.key, d.doc_no, d.title]
OPTIONAL MATCH (task:Task)-[:HAS_MEASURE]->(m)
// 牵头单位按原文次序：排在第一的主办。
OPTIONAL MATCH (lead:Agency)-[l:LEADS]->(m)
WHERE l.basis = 'explicit' OR $inferred
WITH m, d, task, lead, l
ORDER BY l.order, lead.name
WITH m, d, task, collect(lead.name) AS leads
WITH m, d, task, leads
WHERE size(leads) > 1
// 时限可能不止一处；先排序再收集，结果才有固定的次序。
OPTIONAL MATCH (m)-[due:DUE]->(t:Deadline)
WITH m, d, task, leads, due, t
ORDER BY t.due_on, due.text
WITH m, d, task, leads, min(t.due_on) AS due_on, collect(DISTINCT due.text) AS due_words
RETURN d.key AS document_key, task.title AS task, m.key AS measure_key, m.text AS measure,
       leads, due_on, due_words
ORDER BY document_key, measure_key
