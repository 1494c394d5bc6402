// question: 有哪些量化目标？
// question: Which targets are quantified?
// params:
//   unit: unit = "" — 单位（如“次”“家”）；空为全部 | unit; empty for all
//   document: document = "" — 只看这个文件（键、文号或标题）；空为全部 | this document alone (key, number or title); empty for all
//   inferred: boolean = false — 推断的角色也算 | count inferred roles as well
// notes:
//   目标所在的分句另有时限的，以分句的为准：哪个目标受哪个分句约束见 kg report targets | where the clause of a target has a deadline of its own, that binds it: kg report targets says which
// returns:
//   document_key (key) — 文件 | document
//   measure_key (key) — 举措键 | measure key
//   object (text) — 对象 | object
//   comparator (code, comparator) — 比较 | comparator
//   number (number) — 数值 | number
//   unit (text) — 计量单位 | unit
//   words (text) — 原文词句 | as printed
//   leads (texts) — 牵头单位：按原文次序 | leads: in printed order
//   due_on (date) — 最后一天：全条的时限 | due on: of the whole measure
//   clause_words (texts) — 分句时限：这条举措中只约束分句的，原文 | clause deadlines: of the measure, as printed; they bind a clause alone
// order: document_key, printed order of the measures, start of the words

MATCH (m:Measure)-[h:HAS_TARGET]->(g:Target)
WHERE $unit IN ['', g.unit]
MATCH (d:Document {key: m.document_key})
WHERE $document IN ['', d.key, d.doc_no, d.title]
// 板块、任务只为排序：先后按印出的次序。
OPTIONAL MATCH (m)<-[:HAS_TASK|HAS_MEASURE*1..2]-(s:Section)
OPTIONAL MATCH (above:Task)-[:HAS_MEASURE]->(m)
// 牵头单位按原文次序：排在第一的主办。
OPTIONAL MATCH (lead:Agency)-[l:LEADS]->(m)
WHERE l.basis = 'explicit' OR $inferred
WITH d, s, above, m, h, g, lead, l
ORDER BY l.order, lead.name
WITH d, s, above, m, h, g, collect(lead.name) AS leads
OPTIONAL MATCH (m)-[due:DUE]->(t:Deadline)
WITH d, s, above, m, h, g, leads, due, t
ORDER BY t.due_on, coalesce(due.start, 0), due.text
WITH d, s, above, m, h, g, leads,
     max(CASE due.scope WHEN 'clause' THEN null ELSE t.due_on END) AS due_on,
     collect(DISTINCT CASE due.scope WHEN 'clause' THEN due.text END) AS clause_words
RETURN d.key AS document_key, m.key AS measure_key, g.object AS object,
       g.comparator AS comparator, g.number AS number, g.unit AS unit, h.text AS words,
       leads, due_on, clause_words
ORDER BY document_key, coalesce(s.seq, 0), coalesce(above.seq, 0), m.seq, measure_key, h.start
