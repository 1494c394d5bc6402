// question: 哪些举措涉及的单位最多？
// question: Which measures involve most agencies?
// params:
//   document: document = "" — 只看这个文件（键、文号或标题）；空为全部 | this document alone (key, number or title); empty for all
//   inferred: boolean = false — 推断的角色也算 | count inferred roles as well
//   collectives: boolean = false — 统称（如各县（市）区政府）也算 | count collective names as well
//   blanket: boolean = false — 几乎每条都列名的单位也算 | count bodies that stand on nearly every measure as well
//   at_least: integer = 2 — 至少几个单位 | agencies at least
// returns:
//   document_key (key) — 文件 | document
//   measure_key (key) — 举措键 | measure key
//   measure (text) — 举措 | measure
//   agencies (count, 个) — 单位数 | agencies
//   agency_names (texts) — 单位：牵头在前 | agencies: leads first
// order: agencies (most first), document_key, printed order of the measures

MATCH (a:Agency)-[r:LEADS|ASSISTS]->(m:Measure)
WHERE (r.basis = 'explicit' OR $inferred)
  AND (NOT a.is_collective OR $collectives)
  // 统称由 collectives 一项决定，不论它是否几乎每条都列名。
  AND (r.scope = 'own' OR a.is_collective OR $blanket)
MATCH (d:Document {key: m.document_key})
WHERE $document IN ['', d.key, d.doc_no, d.title]
// 同样多的，按印出的次序。
OPTIONAL MATCH (m)<-[:HAS_TASK|HAS_MEASURE*1..2]-(s:Section)
OPTIONAL MATCH (above:Task)-[:HAS_MEASURE]->(m)
WITH d, s, above, m, a, r
ORDER BY type(r) DESC, r.order, a.name
WITH d, s, above, m, collect(DISTINCT a.name) AS names
WHERE size(names) >= $at_least
RETURN d.key AS document_key, m.key AS measure_key, m.text AS measure,
       size(names) AS agencies, names AS agency_names
ORDER BY agencies DESC, document_key, coalesce(s.seq, 0), coalesce(above.seq, 0), m.seq, measure_key
