// question: 一条举措上溯到哪些文件（省、国家）？
// question: Which documents of the province and the nation does a measure go back to?
// params:
//   document: document = "" — 只看这个文件的举措（键、文号或标题）；空为全部 | measures of this document alone (key, number or title); empty for all
//   measure: part = "" — 只看这条举措（键）；空为全部 | this measure alone (key); empty for all
//   only_accepted: boolean = false — 只算人工确认的对应；否则程序建议的、判断已过期的也算 | count accepted alignments alone; else suggested and stale ones as well
// returns:
//   document_key (key) — 文件 | document
//   measure_key (key) — 举措键 | measure key
//   measure (text) — 举措 | measure
//   steps (count, 步) — 步数：经几层对应，0 为举措自己的文件 | steps: levels of alignment; 0 is the measure's own document
//   route (texts) — 途经举措键 | route: keys of the measures on the way up
//   grades (codes, grade) — 各步程度 | grades: of each step
//   upper_document_key (key) — 到达的文件 | document reached
//   upper_document (text) — 其标题 | its title
//   level (code, level) — 层级：到达的文件的 | level: of the document reached
//   upper_measure (text) — 到达的举措 | measure reached
//   derives_from (texts) — 其依据：导语所列 | derives from: papers that its preamble names
// order: document_key, printed order of the measures, steps, route

MATCH (m:Measure)
WHERE $measure IN ['', m.key]
MATCH (d:Document {key: m.document_key})
WHERE $document IN ['', d.key, d.doc_no, d.title]
// 板块、任务只为排序：先后按印出的次序。
OPTIONAL MATCH (m)<-[:HAS_TASK|HAS_MEASURE*1..2]-(s:Section)
OPTIONAL MATCH (above:Task)-[:HAS_MEASURE]->(m)
// 县、市、省、国家：自下而上至多三步；每一步都要计入。
MATCH way = (m)-[:ALIGNS_WITH*0..3]->(top:Measure)
WHERE all(r IN relationships(way) WHERE r.status = 'accepted'
          OR (NOT $only_accepted AND r.status IN ['suggested', 'stale']))
// 先按到达的文件收在一起：同一文件的依据只查一次。
WITH top.document_key AS upper_key, collect({document_key: d.key, measure_key: m.key,
     section_seq: coalesce(s.seq, 0), task_seq: coalesce(above.seq, 0), seq: m.seq, measure: m.text,
     steps: length(way), route: [n IN nodes(way) | n.key],
     grades: [r IN relationships(way) | r.grade], upper_measure: top.text}) AS ways
MATCH (upper:Document {key: upper_key})
// 依据的文件若在库里，再看它自己的依据；同一处文字既成文件又成题名的，只留文件。
OPTIONAL MATCH (upper)-[:DERIVES_FROM*0..2]->(source:Document)-[by:DERIVES_FROM]->(paper)
WHERE paper:Document
   OR NOT EXISTS { MATCH (source)-[same:DERIVES_FROM]->(:Document) WHERE same.text = by.text }
WITH upper, ways, paper
ORDER BY paper.title
WITH upper, ways, collect(DISTINCT paper.title) AS derives_from
UNWIND ways AS way
WITH upper, way, derives_from
// 举措自己的文件没有说明依据，就不必列零步。
WHERE way.steps > 0 OR size(derives_from) > 0
RETURN way.document_key AS document_key, way.measure_key AS measure_key, way.measure AS measure,
       way.steps AS steps, way.route AS route, way.grades AS grades,
       upper.key AS upper_document_key, upper.title AS upper_document, upper.level AS level,
       way.upper_measure AS upper_measure, derives_from
ORDER BY document_key, way.section_seq, way.task_seq, way.seq, measure_key, steps, route
