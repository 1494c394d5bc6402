// question: 时限是否扎堆？
// question: Do the deadlines pile up?
// params:
//   document: document = "" — 只看这个文件（键、文号或标题）；空为全部 | this document alone (key, number or title); empty for all
//   clauses: boolean = false — 只约束分句的时限也算 | count deadlines that bind a clause alone
// returns:
//   document_key (key) — 文件 | document
//   due_on (date) — 时限 | due
//   measures (count, 条) — 到期的举措 | measures due
//   share (share) — 占有时限的举措 | share of the measures with a date
// order: document_key, measures (most first), due_on

MATCH (m:Measure)-[due:DUE]->(t:Deadline)
WHERE t.due_on IS NOT NULL AND (due.scope = 'measure' OR $clauses)
MATCH (d:Document {key: m.document_key})
WHERE $document IN ['', d.key, d.doc_no, d.title]
// 分母：这个文件里有确定日期的举措，每条只算一次。
WITH d, collect({measure: m.key, day: t.due_on}) AS dated, count(DISTINCT m.key) AS total
UNWIND dated AS one
WITH d, total, one.day AS due_on, count(DISTINCT one.measure) AS measures
RETURN d.key AS document_key, due_on, measures, toFloat(measures) / total AS share
ORDER BY document_key, measures DESC, due_on
