// question: 到某日为止已到期的有哪些（完成情况未载）？
// question: What was due before a day (whether it is done is not recorded)?
// params:
//   as_of: date = today — 截至（含当日不算到期） | as of; what is due on that day is not yet over
//   document: document = "" — 只看这个文件（键、文号或标题）；空为全部 | this document alone (key, number or title); empty for all
//   inferred: boolean = false — 推断的角色也算 | count inferred roles as well
//   clauses: boolean = true — 只约束分句的时限也算 | count deadlines that bind a clause alone
// returns:
//   due_on (date) — 最后一天 | due on
//   document_key (key) — 文件 | document
//   task (text) — 任务 | task
//   measure_key (key) — 举措键 | measure key
//   measure (text) — 举措 | measure
//   leads (texts) — 牵头单位：按原文次序 | leads: in printed order
//   due_words (text) — 时限：原文 | deadline: as printed
//   scope (code, scope) — 范围：全条，或只是一个分句 | scope: the whole measure, or a clause alone
//   state (code, expired) — 状态 | state
// tally: scope
// order: due_on, document_key, printed order of the measures, start of the words

MATCH (m:Measure)-[due:DUE]->(t:Deadline)
WHERE t.due_on < $as_of AND (due.scope = 'measure' OR $clauses)
MATCH (d:Document {key: m.document_key})
WHERE $document IN ['', d.key, d.doc_no, d.title]
// 板块、任务只为排序和显示：先后按印出的次序，不按键的字面。
OPTIONAL MATCH (m)<-[:HAS_TASK|HAS_MEASURE*1..2]-(s:Section)
OPTIONAL MATCH (above:Task)-[:HAS_MEASURE]->(m)
// 牵头单位按原文次序：排在第一的主办。
OPTIONAL MATCH (lead:Agency)-[l:LEADS]->(m)
WHERE l.basis = 'explicit' OR $inferred
WITH m, d, s, above, due, t, lead, l
ORDER BY l.order, lead.name
WITH m, d, s, above, due, t, collect(lead.name) AS leads
RETURN t.due_on AS due_on, d.key AS document_key, above.title AS task, m.key AS measure_key,
       m.text AS measure, leads, due.text AS due_words, coalesce(due.scope, 'measure') AS scope,
       // 文件不载完成情况，所以不说逾期。
       'expired' AS state
ORDER BY due_on, document_key, coalesce(s.seq, 0), coalesce(above.seq, 0), m.seq,
         measure_key, coalesce(due.start, 0), due_words
