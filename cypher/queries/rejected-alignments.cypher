// question: 哪些对应被人否定了，为什么？
// question: Which alignments did people reject, and why?
// params:
//   upper: document = "" — 只看这个上级文件（键、文号或标题）；空为全部 | this upper document alone (key, number or title); empty for all
//   lower: document = "" — 只看这个下级文件（键、文号或标题）；空为全部 | this lower document alone (key, number or title); empty for all
// returns:
//   upper_document_key (key) — 上级文件 | upper document
//   lower_document_key (key) — 下级文件 | lower document
//   upper_task (text) — 上级任务 | upper task
//   upper_measure_key (key) — 上级举措的键 | upper measure key
//   upper_measure (text) — 上级举措 | upper measure
//   lower_measure_key (key) — 下级举措的键 | lower measure key
//   lower_measure (text) — 下级举措 | lower measure
//   score (number) — 得分 | score, 0–1; none if a person added it
//   grade (text) — covered 承接、partly 部分承接 | covered or partly
//   upper_quote (text) — 上级原文 | words of the upper text
//   lower_quote (text) — 下级原文 | words of the lower text
//   judged_by (text) — 判断人 | who judged
//   judged_on (date) — 判断日期 | when
//   comment (text) — 判断说明 | why
// order: upper_document_key, lower_document_key, upper_measure_key, lower_measure_key

MATCH (m:Measure)-[r:ALIGNS_WITH]->(wanted:Measure)
// 原文改过的，判断已过期，不再算否定，见 weak-alignments。
WHERE r.status = 'rejected'
MATCH (lower:Document {key: m.document_key})
WHERE $lower IN ['', lower.key, lower.doc_no, lower.title]
MATCH (upper:Document {key: wanted.document_key})
WHERE $upper IN ['', upper.key, upper.doc_no, upper.title]
OPTIONAL MATCH (task:Task)-[:HAS_MEASURE]->(wanted)
RETURN upper.key AS upper_document_key, lower.key AS lower_document_key,
       task.title AS upper_task, wanted.key AS upper_measure_key, wanted.text AS upper_measure,
       m.key AS lower_measure_key, m.text AS lower_measure, r.score AS score,
       r.grade AS grade, r.upper_quote AS upper_quote, r.lower_quote AS lower_quote,
       r.judged_by AS judged_by, r.judged_on AS judged_on, r.comment AS comment
ORDER BY upper_document_key, lower_document_key, upper_measure_key, lower_measure_key
