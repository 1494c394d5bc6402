// question: 有哪些量化目标？
// question: Which targets are quantified?
// params:
//   unit: text = "" — 单位（如“次”“家”）；空为全部 | unit; empty for all
//   document: document = "" — 只看这个文件（键、文号或标题）；空为全部 | this document alone (key, number or title); empty for all
//   inferred: boolean = false — 推断的角色也算 | count inferred roles as well
// returns:
//   document_key (key) — 文件 | document
//   measure_key (key) — 举措的键 | measure key
//   object (text) — 对象 | object
//   comparator (text) — 比较：at_least、at_most、exactly 等 | comparator
//   number (number) — 数值 | number
//   unit (text) — 单位 | unit
//   words (text) — 原文词句 | words
//   leads (texts) — 牵头单位，按原文次序 | lead agencies in printed order
//   due_on (date) — 最早的时限 | earliest deadline
// order: document_key, measure_key, start of the words

MATCH (m:Measure)-[h:HAS_TARGET]->(g:Target)
WHERE $unit IN ['', g.unit]
MATCH (d:Document {key: m.document_key})
WHERE $document IN ['', d.key, d.doc_no, d.title]
// 牵头单位按原文次序：排在第一的主办。
OPTIONAL MATCH (lead:Agency)-[l:LEADS]->(m)
WHERE l.basis = 'explicit' OR $inferred
WITH d, m, h, g, lead, l
ORDER BY l.order, lead.name
WITH d, m, h, g, collect(lead.name) AS leads
OPTIONAL MATCH (m)-[:DUE]->(t:Deadline)
WITH d, m, h, g, leads, min(t.due_on) AS due_on
RETURN d.key AS document_key, m.key AS measure_key, g.object AS object,
       g.comparator AS comparator, g.number AS number, g.unit AS unit, h.text AS words,
       leads, due_on
ORDER BY document_key, measure_key, h.start
