// question: 到某日为止已到期的有哪些（完成情况未载）？
// question: What was due before a day (whether it is done is not recorded)?
// params:
//   as_of: date = today — 截至（含当日不算到期） | as of; what is due on that day is not yet over
//   document: document = "" — 只看这个文件（键、文号或标题）；空为全部 | this document alone (key, number or title); empty for all
//   inferred: boolean = false — 推断的角色也算 | count inferred roles as well
//   clauses: boolean = true — 只约束分句的时限也算 | count deadlines that bind a clause alone
// returns:
//   due_on (date) — 时限 | due
//   document_key (key) — 文件 | document
//   task (text) — 任务 | task
//   measure_key (key) — 举措的键 | measure key
//   measure (text) — 举措 | measure
//   leads (texts) — 牵头单位，按原文次序 | lead agencies in printed order
//   due_words (text) — 时限原文 | deadline as printed
//   state (text) — 状态 | state
// order: due_on, measure_key, due_words

MATCH (m:Measure)-[due:DUE]->(t:Deadline)
WHERE t.due_on < $as_of AND (due.scope = 'measure' OR $clauses)
MATCH (d:Document {key: m.document_key})
WHERE $document IN ['', d.key, d.doc_no, d.title]
OPTIONAL MATCH (task:Task)-[:HAS_MEASURE]->(m)
// 牵头单位按原文次序：排在第一的主办。
OPTIONAL MATCH (lead:Agency)-[l:LEADS]->(m)
WHERE l.basis = 'explicit' OR $inferred
WITH m, d, task, due, t, lead, l
ORDER BY l.order, lead.name
WITH m, d, task, due, t, collect(lead.name) AS leads
RETURN t.due_on AS due_on, d.key AS document_key, task.title AS task, m.key AS measure_key,
       m.text AS measure, leads, due.text AS due_words,
       // 文件不载完成情况，所以不说逾期。
       '已到期（完成情况未载）' AS state
ORDER BY due_on, measure_key, due_words
