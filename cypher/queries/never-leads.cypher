// question: 哪些单位只配合、从不牵头？
// question: Which agencies only support and never lead?
// params:
//   document: document = "" — 只看这个文件（键、文号或标题）；空为全部 | this document alone (key, number or title); empty for all
//   inferred: boolean = false — 推断的角色也算 | count inferred roles as well
//   collectives: boolean = false — 统称（如各县（市）区政府）也算 | count collective names as well
//   blanket: boolean = false — 几乎每条都列名的单位也算 | count bodies that stand on nearly every measure as well
// notes:
//   逐个文件看：在这个文件里只配合、不牵头 | by document: supports in it and leads nothing there
// returns:
//   document_key (key) — 文件 | document
//   agency (text) — 单位 | agency
//   assists (count, 条) — 配合 | assists
// order: document_key, assists (most first), agency

MATCH (a:Agency)-[r:ASSISTS]->(m:Measure)
WHERE (r.basis = 'explicit' OR $inferred)
  AND (NOT a.is_collective OR $collectives)
  // 统称由 collectives 一项决定，不论它是否几乎每条都列名。
  AND (r.scope = 'own' OR a.is_collective OR $blanket)
MATCH (d:Document {key: m.document_key})
WHERE $document IN ['', d.key, d.doc_no, d.title]
// 按文件看：在这个文件里从不牵头。
WITH d, a, count(m) AS assists
WHERE NOT EXISTS {
  MATCH (a)-[l:LEADS]->(:Measure {document_key: d.key}) WHERE (l.basis = 'explicit' OR $inferred)
}
RETURN d.key AS document_key, a.name AS agency, assists
ORDER BY document_key, assists DESC, agency
