// question: 我局牵头哪些举措，何时完成？
// question: Which measures does an agency lead, and when are they due?
// params:
//   agency: agency — 单位：名称、键或任一原文写法 | the agency: its name, key or any printed form
//   document: document = "" — 只看这个文件（键、文号或标题）；空为全部 | this document alone (key, number or title); empty for all
//   inferred: boolean = false — 推断的角色也算 | count inferred roles as well
// returns:
//   agency (text) — 单位 | agency
//   document_key (key) — 文件 | document
//   task (text) — 任务 | task
//   measure_key (key) — 举措的键 | measure key
//   measure (text) — 举措 | measure
//   co_leads (texts) — 联合牵头单位 | co-lead agencies
//   basis (text) — 依据 | basis
//   due_on (date) — 最早的时限 | earliest deadline
//   due_words (texts) — 时限原文 | deadline as printed
// order: due_on, measure_key, agency

// 同一单位在文件里有多种写法：名称、键、任何一处原文写法都认。
MATCH (a:Agency)
OPTIONAL MATCH (a)-[printed:LEADS|ASSISTS]->(:Measure)
WITH a, printed
WHERE $agency IN [a.key, a.name, printed.as_printed]
WITH DISTINCT a
MATCH (a)-[r:LEADS]->(m:Measure)
WHERE (r.basis = 'explicit' OR $inferred)
MATCH (d:Document {key: m.document_key})
WHERE $document IN ['', d.key, d.doc_no, d.title]
OPTIONAL MATCH (task:Task)-[:HAS_MEASURE]->(m)
OPTIONAL MATCH (other:Agency)-[o:LEADS]->(m)
WHERE other.key <> a.key AND (o.basis = 'explicit' OR $inferred)
WITH a, r, m, d, task, other, o
ORDER BY o.order, other.name
WITH a, r, m, d, task, collect(other.name) AS co_leads
// 时限可能不止一处；先排序再收集，结果才有固定的次序。
OPTIONAL MATCH (m)-[due:DUE]->(t:Deadline)
WITH a, r, m, d, task, co_leads, due, t
ORDER BY t.due_on, due.text
WITH a, r, m, d, task, co_leads, min(t.due_on) AS due_on, collect(DISTINCT due.text) AS due_words
RETURN a.name AS agency, d.key AS document_key, task.title AS task, m.key AS measure_key,
       m.text AS measure, co_leads, r.basis AS basis, due_on, due_words
ORDER BY due_on, measure_key, agency
