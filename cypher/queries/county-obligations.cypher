// question: 各县（市）区要做的全部有哪些？
// question: What do the counties have to do, all of it?
// params:
//   agency: agency = "" — 统称单位；空为所有统称 | the collective; empty for all of them
//   document: document = "" — 只看这个文件（键、文号或标题）；空为全部 | this document alone (key, number or title); empty for all
//   inferred: boolean = false — 推断的角色也算 | count inferred roles as well
// returns:
//   agency (text) — 单位 | agency
//   document_key (key) — 文件 | document
//   task (text) — 任务 | task
//   measure_key (key) — 举措的键 | measure key
//   measure (text) — 举措 | measure
//   role (text) — 角色用词（照录） | role as printed
//   leads (texts) — 牵头单位，按原文次序 | lead agencies in printed order
//   due_on (date) — 最早的时限 | earliest deadline
//   due_words (texts) — 时限原文 | deadline as printed
// order: agency, document_key, due_on, measure_key

// 县（市）区在清单里大多以统称出现（各县（市）区政府）；统称标有 is_collective。
MATCH (a:Agency)-[printed:LEADS|ASSISTS]->(:Measure)
WHERE a.is_collective AND $agency IN ['', a.key, a.name, printed.as_printed]
// 先认出单位，再取它的全部举措：同一单位在别处可能是另一种写法。
WITH DISTINCT a
MATCH (a)-[r:LEADS|ASSISTS]->(m:Measure)
WHERE (r.basis = 'explicit' OR $inferred)
MATCH (d:Document {key: m.document_key})
WHERE $document IN ['', d.key, d.doc_no, d.title]
OPTIONAL MATCH (task:Task)-[:HAS_MEASURE]->(m)
// 牵头单位按原文次序：排在第一的主办。
OPTIONAL MATCH (lead:Agency)-[l:LEADS]->(m)
WHERE l.basis = 'explicit' OR $inferred
WITH a, r, m, d, task, lead, l
ORDER BY l.order, lead.name
WITH a, r, m, d, task, collect(lead.name) AS leads
// 时限可能不止一处；先排序再收集，结果才有固定的次序。
OPTIONAL MATCH (m)-[due:DUE]->(t:Deadline)
WITH a, r, m, d, task, leads, due, t
ORDER BY t.due_on, due.text
WITH a, r, m, d, task, leads, min(t.due_on) AS due_on, collect(DISTINCT due.text) AS due_words
RETURN a.name AS agency, d.key AS document_key, task.title AS task, m.key AS measure_key,
       m.text AS measure, r.role_text AS role, leads, due_on, due_words
ORDER BY agency, document_key, due_on, measure_key
