// question: 哪些行受损，影响哪些结论？
// question: Which rows are damaged, and which answers do they touch?
// params:
//   document: document = "" — 只看这个文件（键、文号或标题）；空为全部 | this document alone (key, number or title); empty for all
//   severities: texts = ["warning", "error"] — 程度：info 提示、warning 警告、error 错误 | severities: info, warning, error
// returns:
//   document_key (key) — 文件 | document
//   severity (code, severity) — 程度 | severity
//   code (text) — 代码 | code
//   place (text) — 原文位置 | place in the source
//   message (text) — 说明 | message
//   was (text) — 原样 | what was there
//   became (text) — 处理结果 | what was made of it
//   subject_key (key) — 所在处键 | key of where it stands
//   measures (count, 条) — 波及的举措 | measures touched
//   agencies (texts) — 波及的单位 | agencies touched
// tally: severity
// order: document_key, severity (worst first), place in the source, code, subject_key, issue key

MATCH (subject)-[:HAS_ISSUE]->(i:Issue)
WHERE i.severity IN $severities
MATCH (d:Document {key: i.document_key})
WHERE $document IN ['', d.key, d.doc_no, d.title]
// 问题若在任务或板块上，波及其下所有举措；在举措上，只波及它自己。
OPTIONAL MATCH (subject)-[:HAS_SECTION|HAS_TASK|HAS_MEASURE*0..3]->(m:Measure)
OPTIONAL MATCH (a:Agency)-[:LEADS|ASSISTS]->(m)
WITH d, subject, i, m, a
ORDER BY a.name
WITH d, subject, i, count(DISTINCT m.key) AS measures, collect(DISTINCT a.name) AS agencies
RETURN d.key AS document_key, i.severity AS severity, i.code AS code, i.place AS place,
       i.message AS message, i.was AS was, i.became AS became, subject.key AS subject_key,
       measures, agencies
// 最重的在前；同样重的按原文的行（L49、L49-52、L49:2）。
ORDER BY document_key, CASE severity WHEN 'error' THEN 1 WHEN 'warning' THEN 2 ELSE 3 END,
         toInteger(split(split(substring(coalesce(place, 'L0'), 1), ':')[0], '-')[0]),
         place, code, subject_key, i.key
