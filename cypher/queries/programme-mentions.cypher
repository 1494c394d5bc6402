// question: 哪些举措提到某个专项、平台？
// question: Which measures mention a programme or platform?
// params:
//   programme: programme = "" — 专项平台名称；空为全部 | name of the programme; empty for all
//   document: document = "" — 只看这个文件（键、文号或标题）；空为全部 | this document alone (key, number or title); empty for all
//   inferred: boolean = false — 推断的角色也算 | count inferred roles as well
// returns:
//   programme (text) — 专项平台 | programme
//   document_key (key) — 文件 | document
//   measure_key (key) — 举措键 | measure key
//   measure (text) — 举措 | measure
//   words (texts) — 原文词句 | as printed
//   leads (texts) — 牵头单位：按原文次序 | leads: in printed order
// order: programme, document_key, printed order of the measures

MATCH (m:Measure)-[c:MENTIONS]->(p:Programme)
WHERE $programme IN ['', p.key, p.name]
MATCH (d:Document {key: m.document_key})
WHERE $document IN ['', d.key, d.doc_no, d.title]
// 同一专项的举措按印出的次序。
OPTIONAL MATCH (m)<-[:HAS_TASK|HAS_MEASURE*1..2]-(s:Section)
OPTIONAL MATCH (above:Task)-[:HAS_MEASURE]->(m)
WITH d, s, above, m, p, c
ORDER BY c.start
WITH d, s, above, m, p, collect(c.text) AS words
// 牵头单位按原文次序：排在第一的主办。
OPTIONAL MATCH (lead:Agency)-[l:LEADS]->(m)
WHERE l.basis = 'explicit' OR $inferred
WITH d, s, above, m, p, words, lead, l
ORDER BY l.order, lead.name
WITH d, s, above, m, p, words, collect(lead.name) AS leads
RETURN p.name AS programme, d.key AS document_key, m.key AS measure_key, m.text AS measure,
       words, leads
ORDER BY programme, document_key, coalesce(s.seq, 0), coalesce(above.seq, 0), m.seq, measure_key
