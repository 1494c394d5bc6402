// question: 这一对为什么对应？
// question: Why does this pair correspond?
// params:
//   upper_key: part = "" — 上级举措或任务的键；空为任何 | key of the upper measure or task; empty for any
//   lower_key: part = "" — 下级举措或任务的键；空为任何 | key of the lower measure or task; empty for any
// returns:
//   upper_document_key (key) — 上级文件 | upper document
//   upper_task (text) — 上级任务 | upper task
//   upper_measure_key (key) — 上级举措键 | upper measure key
//   upper_measure (text) — 上级举措 | upper measure
//   lower_document_key (key) — 下级文件 | lower document
//   lower_task (text) — 下级任务 | lower task
//   lower_measure_key (key) — 下级举措键 | lower measure key
//   lower_measure (text) — 下级举措 | lower measure
//   score (number) — 得分：读者认为“承接”的可能，0–1；人工补充的没有 | score: the chance that readers would call it covered, 0–1; none where a person added it
//   related (number) — 相关：读者认为至少“部分承接”的可能，0–1；人工补充的没有 | related: the chance that readers would call it at least partly covered, 0–1; none where a person added it
//   grade (code, grade) — 程度 | grade
//   method (code, method) — 方法 | method
//   status (code, status) — 审核 | review
//   upper_quote (text) — 上级原文：相应的词句 | upper words: those that carry it
//   lower_quote (text) — 下级原文：相应的词句 | lower words: those that carry it
//   reasons (text) — 理由：JSON，说明见 kg show 下级举措 上级举措 | reasons: as JSON; kg show with both keys tells them in words
//   judged (code, judged) — 人的判断 | judged
//   judged_by (text) — 判断人 | judged by
//   judged_on (date) — 判断日期 | judged on
//   comment (text) — 判断说明 | comment
// order: upper_document_key, printed order of the upper measures, score (highest first), lower_document_key, printed order of the lower measures

MATCH (m:Measure)-[r:ALIGNS_WITH]->(wanted:Measure)
// 板块、任务也为排序：先后按印出的次序。
OPTIONAL MATCH (wanted)<-[:HAS_TASK|HAS_MEASURE*1..2]-(s:Section)
OPTIONAL MATCH (above:Task)-[:HAS_MEASURE]->(wanted)
OPTIONAL MATCH (m)<-[:HAS_TASK|HAS_MEASURE*1..2]-(s2:Section)
OPTIONAL MATCH (below:Task)-[:HAS_MEASURE]->(m)
// 任务的对应由举措得来：给任务的键，就列其下举措的每一对。
WITH m, r, wanted, s, above, s2, below
WHERE $upper_key IN ['', wanted.key, above.key] AND $lower_key IN ['', m.key, below.key]
RETURN wanted.document_key AS upper_document_key, above.title AS upper_task,
       wanted.key AS upper_measure_key, wanted.text AS upper_measure,
       m.document_key AS lower_document_key, below.title AS lower_task,
       m.key AS lower_measure_key, m.text AS lower_measure,
       r.score AS score, r.related AS related, r.grade AS grade, r.method AS method,
       r.status AS status, r.upper_quote AS upper_quote, r.lower_quote AS lower_quote,
       r.reasons AS reasons,
       r.judged AS judged, r.judged_by AS judged_by, r.judged_on AS judged_on,
       r.comment AS comment
// 人工补充的没有得分，排在前面。
ORDER BY upper_document_key, coalesce(s.seq, 0), coalesce(above.seq, 0), wanted.seq,
         upper_measure_key, coalesce(score, 1.0) DESC, lower_document_key, coalesce(s2.seq, 0),
         coalesce(below.seq, 0), m.seq, lower_measure_key
