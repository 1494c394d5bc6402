// question: 承诺出台、尚未见到的文件制度有哪些？
// question: Which papers are promised and not yet seen?
// params:
//   document: document = "" — 只看这个文件（键、文号或标题）；空为全部 | this document alone (key, number or title); empty for all
//   inferred: boolean = false — 推断的角色也算 | count inferred roles as well
//   seen: boolean = false — 库中已有的也列 | list those the store holds as well
// returns:
//   instrument (text) — 题名 | title
//   document_key (key) — 文件 | document
//   measure_key (key) — 举措的键 | measure key
//   words (text) — 原文词句 | words
//   leads (texts) — 牵头单位，按原文次序 | lead agencies in printed order
//   due_on (date) — 最早的时限 | earliest deadline
//   in_store (boolean) — 库中已有 | in the store
// order: instrument, measure_key, start of the words

MATCH (m:Measure)-[c:CITES]->(i:Instrument)
WHERE c.status = 'promised'
MATCH (d:Document {key: m.document_key})
WHERE $document IN ['', d.key, d.doc_no, d.title]
WITH d, m, c, i,
     EXISTS { MATCH (paper:Document) WHERE paper.title CONTAINS i.title } AS in_store
WHERE NOT in_store OR $seen
// 牵头单位按原文次序：排在第一的主办。
OPTIONAL MATCH (lead:Agency)-[l:LEADS]->(m)
WHERE l.basis = 'explicit' OR $inferred
WITH d, m, c, i, in_store, lead, l
ORDER BY l.order, lead.name
WITH d, m, c, i, in_store, collect(lead.name) AS leads
OPTIONAL MATCH (m)-[:DUE]->(t:Deadline)
WITH d, m, c, i, in_store, leads, min(t.due_on) AS due_on
RETURN i.title AS instrument, d.key AS document_key, m.key AS measure_key, c.text AS words,
       leads, due_on, in_store
ORDER BY instrument, measure_key, c.start
