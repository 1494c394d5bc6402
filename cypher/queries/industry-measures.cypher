// question: 哪些举措涉及某个产业？
// question: Which measures concern an industry?
// params:
//   industry: industry = "" — 产业名称或代码；空为全部 | name or code of the industry; empty for all
//   document: document = "" — 只看这个文件（键、文号或标题）；空为全部 | this document alone (key, number or title); empty for all
//   inferred: boolean = false — 推断的角色也算 | count inferred roles as well
// returns:
//   industry (text) — 产业 | industry
//   code (text) — 代码 | code
//   document_key (key) — 文件 | document
//   measure_key (key) — 举措键 | measure key
//   measure (text) — 举措 | measure
//   words (texts) — 原文词句 | as printed
//   leads (texts) — 牵头单位：按原文次序 | leads: in printed order
// order: industry, document_key, printed order of the measures

MATCH (m:Measure)-[c:CONCERNS]->(i:Industry)
WHERE $industry IN ['', i.key, i.name, i.code]
MATCH (d:Document {key: m.document_key})
WHERE $document IN ['', d.key, d.doc_no, d.title]
// 同一产业的举措按印出的次序。
OPTIONAL MATCH (m)<-[:HAS_TASK|HAS_MEASURE*1..2]-(s:Section)
OPTIONAL MATCH (above:Task)-[:HAS_MEASURE]->(m)
WITH d, s, above, m, i, c
ORDER BY c.start
// 一条举措里同一产业可能写了几处。
WITH d, s, above, m, i, collect(c.text) AS words
// 牵头单位按原文次序：排在第一的主办。
OPTIONAL MATCH (lead:Agency)-[l:LEADS]->(m)
WHERE l.basis = 'explicit' OR $inferred
WITH d, s, above, m, i, words, lead, l
ORDER BY l.order, lead.name
WITH d, s, above, m, i, words, collect(lead.name) AS leads
RETURN i.name AS industry, i.code AS code, d.key AS document_key, m.key AS measure_key,
       m.text AS measure, words, leads
ORDER BY industry, document_key, coalesce(s.seq, 0), coalesce(above.seq, 0), m.seq, measure_key
