// question: 哪些对应把握不大，要人来判断？
// question: Which alignments are doubtful and wait for a person to judge?
// params:
//   upper: document = "" — 只看这个上级文件（键、文号或标题）；空为全部 | this upper document alone (key, number or title); empty for all
//   lower: document = "" — 只看这个下级文件（键、文号或标题）；空为全部 | this lower document alone (key, number or title); empty for all
//   from_score: number = 0.3 — 建议的对应，得分或相关从（含） | suggested alignments: least score or related
//   to_score: number = 0.7 — 建议的对应，得分或相关到（含） | suggested alignments: greatest score or related
// notes:
//   列入：人工存疑、判断已过期的；程序建议的，得分（是不是承接）或相关（是不是至少部分承接）在起止之间的。其余各对见 kg report alignment | listed: what people are unsure of, stale judgements, and suggestions whose score (is it covered?) or related (is it at least partly covered?) lies between the bounds; kg report alignment has every pair
// returns:
//   upper_document_key (key) — 上级文件 | upper document
//   lower_document_key (key) — 下级文件 | lower document
//   status (code, status) — 审核 | review
//   score (number) — 得分：读者认为“承接”的可能，0–1；人工补充的没有 | score: the chance that readers would call it covered, 0–1; none where a person added it
//   related (number) — 相关：读者认为至少“部分承接”的可能，0–1；人工补充的没有 | related: the chance that readers would call it at least partly covered, 0–1; none where a person added it
//   grade (code, grade) — 程度 | grade
//   upper_task (text) — 上级任务 | upper task
//   upper_measure_key (key) — 上级举措键 | upper measure key
//   upper_measure (text) — 上级举措 | upper measure
//   lower_measure_key (key) — 下级举措键 | lower measure key
//   lower_measure (text) — 下级举措 | lower measure
//   upper_quote (text) — 上级原文：相应的词句 | upper words: those that carry it
//   lower_quote (text) — 下级原文：相应的词句 | lower words: those that carry it
//   judged (code, judged) — 人的判断 | judged
//   judged_by (text) — 判断人 | judged by
//   judged_on (date) — 判断日期 | judged on
//   comment (text) — 判断说明 | comment
// tally: status
// order: upper_document_key, lower_document_key, status, grade, score (highest first), printed order of the upper, then of the lower measures

// 得分和相关是概率：0.3 到 0.7 之间，十对里有三到七对是对的，程序说不准。得分问是不是承接，
// 相关问是不是至少部分承接：得分低的部分承接，疑问在相关。
MATCH (m:Measure)-[r:ALIGNS_WITH]->(wanted:Measure)
WHERE r.status IN ['stale', 'unsure']
   OR (r.status = 'suggested'
       AND ((r.score >= $from_score AND r.score <= $to_score)
         OR (r.related >= $from_score AND r.related <= $to_score)))
MATCH (lower:Document {key: m.document_key})
WHERE $lower IN ['', lower.key, lower.doc_no, lower.title]
MATCH (upper:Document {key: wanted.document_key})
WHERE $upper IN ['', upper.key, upper.doc_no, upper.title]
// 板块、任务也为排序：先后按印出的次序。
OPTIONAL MATCH (wanted)<-[:HAS_TASK|HAS_MEASURE*1..2]-(s:Section)
OPTIONAL MATCH (above:Task)-[:HAS_MEASURE]->(wanted)
OPTIONAL MATCH (m)<-[:HAS_TASK|HAS_MEASURE*1..2]-(s2:Section)
OPTIONAL MATCH (below:Task)-[:HAS_MEASURE]->(m)
RETURN upper.key AS upper_document_key, lower.key AS lower_document_key, r.status AS status,
       r.score AS score, r.related AS related, r.grade AS grade, above.title AS upper_task,
       wanted.key AS upper_measure_key, wanted.text AS upper_measure,
       m.key AS lower_measure_key, m.text AS lower_measure,
       r.upper_quote AS upper_quote, r.lower_quote AS lower_quote,
       r.judged AS judged, r.judged_by AS judged_by, r.judged_on AS judged_on,
       r.comment AS comment
// 人工补充的没有得分，排在前面。
ORDER BY upper_document_key, lower_document_key, status, grade, coalesce(score, 1.0) DESC,
         coalesce(s.seq, 0), coalesce(above.seq, 0), wanted.seq, upper_measure_key,
         coalesce(s2.seq, 0), coalesce(below.seq, 0), m.seq, lower_measure_key
