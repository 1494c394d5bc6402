// question: 哪些单位是跨板块的枢纽？
// question: Which agencies bridge the sections?
// params:
//   document: document = "" — 只看这个文件（键、文号或标题）；空为全部 | this document alone (key, number or title); empty for all
//   inferred: boolean = false — 推断的角色也算 | count inferred roles as well
//   collectives: boolean = false — 统称（如各县（市）区政府）也算 | count collective names as well
//   blanket: boolean = false — 几乎每条都列名的单位也算 | count bodies that stand on nearly every measure as well
// returns:
//   document_key (key) — 文件 | document
//   agency (text) — 单位 | agency
//   sections (count, 个) — 板块数 | sections
//   measures (count, 条) — 举措数：在板块之下的 | measures: those under a section
//   section_share (share) — 板块占比：占本文件全部板块 | share of sections: of all sections of the document
//   section_titles (texts) — 板块 | sections
// order: document_key, sections (most first), measures (most first), agency

MATCH (d:Document)-[:HAS_SECTION]->(every:Section)
WHERE $document IN ['', d.key, d.doc_no, d.title]
WITH d, count(every) AS total
// 任务之下才有举措；有的板块直接列举措。
MATCH (d)-[:HAS_SECTION]->(s:Section)-[:HAS_TASK|HAS_MEASURE*1..2]->(m:Measure)
MATCH (a:Agency)-[r:LEADS|ASSISTS]->(m)
WHERE (r.basis = 'explicit' OR $inferred)
  AND (NOT a.is_collective OR $collectives)
  // 统称由 collectives 一项决定，不论它是否几乎每条都列名。
  AND (r.scope = 'own' OR a.is_collective OR $blanket)
WITH d, total, a, s, m
ORDER BY s.seq
WITH d, total, a, collect(DISTINCT s.title) AS titles, count(DISTINCT s.key) AS sections,
     count(DISTINCT m.key) AS measures
WHERE sections > 1
RETURN d.key AS document_key, a.name AS agency, sections, measures,
       toFloat(sections) / total AS section_share, titles AS section_titles
ORDER BY document_key, sections DESC, measures DESC, agency
