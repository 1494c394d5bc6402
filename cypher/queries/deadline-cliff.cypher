// question: 时限是否扎堆？
// question: Do the deadlines pile up?
// params:
//   document: document = "" — 只看这个文件（键、文号或标题）；空为全部 | this document alone (key, number or title); empty for all
//   clauses: boolean = false — 只约束分句的时限也算 | count deadlines that bind a clause alone
// returns:
//   document_key (key) — 文件 | document
//   month (text) — 月份 | month
//   measures (count, 条) — 到期的举措 | measures due
//   share (share) — 占比：占本文件有时限的举措 | share: of the measures of the document with a date
//   days (texts) — 最后一天 | days
// order: document_key, measures (most first), month

MATCH (m:Measure)-[due:DUE]->(t:Deadline)
WHERE t.due_on IS NOT NULL AND (coalesce(due.scope, 'measure') = 'measure' OR $clauses)
MATCH (d:Document {key: m.document_key})
WHERE $document IN ['', d.key, d.doc_no, d.title]
WITH d, m, t
ORDER BY t.due_on
// 分母：这个文件里有确定日期的举措，每条只算一次。
WITH d, collect({measure: m.key, day: t.due_on}) AS dated, count(DISTINCT m.key) AS total
UNWIND dated AS one
WITH d, total, substring(one.day, 0, 7) AS month, count(DISTINCT one.measure) AS measures,
     collect(DISTINCT one.day) AS days
RETURN d.key AS document_key, month, measures, toFloat(measures) / total AS share, days
ORDER BY document_key, measures DESC, month
