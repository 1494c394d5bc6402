// question: 哪些对应被人否定了，为什么？
// question: Which alignments did people reject, and why?
// params:
//   upper: document = "" — 只看这个上级文件（键、文号或标题）；空为全部 | this upper document alone (key, number or title); empty for all
//   lower: document = "" — 只看这个下级文件（键、文号或标题）；空为全部 | this lower document alone (key, number or title); empty for all
// returns:
//   upper_document_key (key) — 上级文件 | upper document
//   lower_document_key (key) — 下级文件 | lower document
//   upper_task (text) — 上级任务 | upper task
//   upper_measure_key (key) — 上级举措键 | upper measure key
//   upper_measure (text) — 上级举措 | upper measure
//   lower_measure_key (key) — 下级举措键 | lower measure key
//   lower_measure (text) — 下级举措 | lower measure
//   score (number) — 得分：读者认为“承接”的可能，0–1；人工补充的没有 | score: the chance that readers would call it covered, 0–1; none where a person added it
//   related (number) — 相关：读者认为至少“部分承接”的可能，0–1；人工补充的没有 | related: the chance that readers would call it at least partly covered, 0–1; none where a person added it
//   grade (code, grade) — 程度 | grade
//   upper_quote (text) — 上级原文：相应的词句 | upper words: those that carry it
//   lower_quote (text) — 下级原文：相应的词句 | lower words: those that carry it
//   judged_by (text) — 判断人 | judged by
//   judged_on (date) — 判断日期 | judged on
//   comment (text) — 判断说明 | comment
// order: upper_document_key, lower_document_key, printed order of the upper, then of the lower measures

MATCH (m:Measure)-[r:ALIGNS_WITH]->(wanted:Measure)
// 原文改过的，判断已过期，不再算否定，见 weak-alignments。
WHERE r.status = 'rejected'
MATCH (lower:Document {key: m.document_key})
WHERE $lower IN ['', lower.key, lower.doc_no, lower.title]
MATCH (upper:Document {key: wanted.document_key})
WHERE $upper IN ['', upper.key, upper.doc_no, upper.title]
// 板块、任务也为排序：先后按印出的次序。
OPTIONAL MATCH (wanted)<-[:HAS_TASK|HAS_MEASURE*1..2]-(s:Section)
OPTIONAL MATCH (above:Task)-[:HAS_MEASURE]->(wanted)
OPTIONAL MATCH (m)<-[:HAS_TASK|HAS_MEASURE*1..2]-(s2:Section)
OPTIONAL MATCH (below:Task)-[:HAS_MEASURE]->(m)
RETURN upper.key AS upper_document_key, lower.key AS lower_document_key,
       above.title AS upper_task, wanted.key AS upper_measure_key, wanted.text AS upper_measure,
       m.key AS lower_measure_key, m.text AS lower_measure, r.score AS score,
       r.related AS related, r.grade AS grade, r.upper_quote AS upper_quote,
       r.lower_quote AS lower_quote, r.judged_by AS judged_by, r.judged_on AS judged_on,
       r.comment AS comment
ORDER BY upper_document_key, lower_document_key, coalesce(s.seq, 0), coalesce(above.seq, 0),
         wanted.seq, upper_measure_key, coalesce(s2.seq, 0), coalesce(below.seq, 0),
         m.seq, lower_measure_key
