// question: 这一对为什么对应？
// question: Why does this pair correspond?
// params:
//   upper_key: text = "" — 上级举措或任务的键；空为任何 | key of the upper measure or task; empty for any
//   lower_key: text = "" — 下级举措或任务的键；空为任何 | key of the lower measure or task; empty for any
// returns:
//   upper_document_key (key) — 上级文件 | upper document
//   upper_task (text) — 上级任务 | upper task
//   upper_measure_key (key) — 上级举措的键 | upper measure key
//   upper_measure (text) — 上级举措 | upper measure
//   lower_document_key (key) — 下级文件 | lower document
//   lower_task (text) — 下级任务 | lower task
//   lower_measure_key (key) — 下级举措的键 | lower measure key
//   lower_measure (text) — 下级举措 | lower measure
//   score (number) — 得分 | score, 0–1; none if a person added it
//   grade (text) — covered 承接、partly 部分承接 | covered or partly
//   method (text) — concepts 概念、words 词语、person 人工 | method: concepts, words or person
//   status (text) — accepted 确认、suggested 建议、stale 过期、unsure 存疑、rejected 否定 | review status: accepted, suggested, stale, unsure or rejected
//   upper_quote (text) — 上级原文 | words of the upper text
//   lower_quote (text) — 下级原文 | words of the lower text
//   reasons (text) — 理由（JSON） | reasons as JSON: shared concepts, actions and words with weights, papers, programmes
//   judged (text) — 人的判断 | what a person judged
//   judged_by (text) — 判断人 | who judged
//   judged_on (date) — 判断日期 | when
//   comment (text) — 判断说明 | why
// order: upper_measure_key, score (highest first), lower_measure_key

MATCH (m:Measure)-[r:ALIGNS_WITH]->(wanted:Measure)
OPTIONAL MATCH (upper_task:Task)-[:HAS_MEASURE]->(wanted)
OPTIONAL MATCH (lower_task:Task)-[:HAS_MEASURE]->(m)
// 任务的对应由举措得来：给任务的键，就列其下举措的每一对。
WITH m, r, wanted, upper_task AS above, lower_task AS below
WHERE $upper_key IN ['', wanted.key, above.key] AND $lower_key IN ['', m.key, below.key]
RETURN wanted.document_key AS upper_document_key, above.title AS upper_task,
       wanted.key AS upper_measure_key, wanted.text AS upper_measure,
       m.document_key AS lower_document_key, below.title AS lower_task,
       m.key AS lower_measure_key, m.text AS lower_measure,
       r.score AS score, r.grade AS grade, r.method AS method, r.status AS status,
       r.upper_quote AS upper_quote, r.lower_quote AS lower_quote, r.reasons AS reasons,
       r.judged AS judged, r.judged_by AS judged_by, r.judged_on AS judged_on,
       r.comment AS comment
// 人工补充的没有得分，排在前面。
ORDER BY upper_measure_key, coalesce(score, 1.0) DESC, lower_measure_key
