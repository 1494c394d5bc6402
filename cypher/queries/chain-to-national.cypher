// question: 一条举措上溯到哪些文件（省、国家）？
// question: Which documents of the province and the nation does a measure go back to?
// params:
//   document: document = "" — 只看这个文件的举措（键、文号或标题）；空为全部 | measures of this document alone (key, number or title); empty for all
//   measure: text = "" — 只看这条举措（键）；空为全部 | this measure alone (key); empty for all
//   only_accepted: boolean = false — 只算人工确认的对应；否则建议的、过时的也算 | count accepted alignments alone; else suggested and stale ones as well
// returns:
//   document_key (key) — 文件 | document
//   measure_key (key) — 举措的键 | measure key
//   measure (text) — 举措 | measure
//   steps (count, 步) — 经几层对应；0 是举措自己的文件 | levels of alignment; 0 is the measure's own document
//   route (texts) — 途经举措的键，自下而上 | keys of the measures on the way up
//   grades (texts) — 每一步：covered 承接、partly 部分承接 | of each step: covered or partly
//   upper_document_key (key) — 到达的文件 | document reached
//   upper_document (text) — 其标题 | its title
//   level (text) — 其层级：national、province、city、county | its level
//   upper_measure (text) — 到达的举措 | measure reached
//   derives_from (texts) — 该文件在前言里说明依据的文件 | papers its preamble names as its ground
// order: document_key, measure_key, steps, route

MATCH (m:Measure)
WHERE $measure IN ['', m.key]
MATCH (d:Document {key: m.document_key})
WHERE $document IN ['', d.key, d.doc_no, d.title]
// 县、市、省、国家：自下而上至多三步；每一步都要计入。
MATCH way = (m)-[:ALIGNS_WITH*0..3]->(top:Measure)
WHERE all(r IN relationships(way) WHERE r.status = 'accepted'
          OR (NOT $only_accepted AND r.status IN ['suggested', 'stale']))
MATCH (upper:Document {key: top.document_key})
// 依据的文件若在库里，再看它自己的依据；同一处文字既成文件又成题名的，只留文件。
OPTIONAL MATCH (upper)-[:DERIVES_FROM*0..2]->(source:Document)-[by:DERIVES_FROM]->(paper)
WHERE paper:Document
   OR NOT EXISTS { MATCH (source)-[same:DERIVES_FROM]->(:Document) WHERE same.text = by.text }
WITH d, m, way, upper, top, paper
ORDER BY paper.title
WITH d, m, way, upper, top, collect(DISTINCT paper.title) AS derives_from
// 举措自己的文件没有说明依据，就不必列零步。
WHERE length(way) > 0 OR size(derives_from) > 0
RETURN d.key AS document_key, m.key AS measure_key, m.text AS measure, length(way) AS steps,
       [n IN nodes(way) | n.key] AS route, [r IN relationships(way) | r.grade] AS grades,
       upper.key AS upper_document_key, upper.title AS upper_document, upper.level AS level,
       top.text AS upper_measure, derives_from
ORDER BY document_key, measure_key, steps, route
