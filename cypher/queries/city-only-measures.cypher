// question: 下级（如市）哪些举措是自选动作，上级没有要求？
// question: Which lower measures (of a city, say) answer nothing in the upper document?
// params:
//   upper: document = "" — 只看这个上级文件（键、文号或标题）；空为全部 | this upper document alone (key, number or title); empty for all
//   lower: document = "" — 只看这个下级文件（键、文号或标题）；空为全部 | this lower document alone (key, number or title); empty for all
//   only_accepted: boolean = false — 只算人工确认的对应；否则程序建议的、判断已过期的也算 | count accepted alignments alone; else suggested and stale ones as well
//   inferred: boolean = false — 推断的角色也算 | count inferred roles as well
// returns:
//   lower_document_key (key) — 下级文件 | lower document
//   upper_document_key (key) — 上级文件 | upper document
//   section (text) — 板块 | section
//   task (text) — 任务 | task
//   measure_key (key) — 举措的键 | measure key
//   measure (text) — 举措 | measure
//   leads (texts) — 牵头单位，按原文次序 | lead agencies in printed order
//   not_counted (count, 条) — 未计入的对应 | alignments there that do not count
// order: lower_document_key, upper_document_key, section, task and measure in printed order

// 只看比对过的文件：没有比对过的，谈不上自选动作。
MATCH (lower:Document)-[:COMPARED_WITH]->(upper:Document)
WHERE $upper IN ['', upper.key, upper.doc_no, upper.title]
  AND $lower IN ['', lower.key, lower.doc_no, lower.title]
MATCH (lower)-[:HAS_SECTION|HAS_TASK|HAS_MEASURE*1..3]->(m:Measure)
OPTIONAL MATCH (m)-[r:ALIGNS_WITH]->(wanted:Measure)
WHERE wanted.document_key = upper.key
// 人判断任务不适用的，它的对应搁置不计；没有定论（过期、冲突）的没有 exempt。
OPTIONAL MATCH (lower)-[said:EXEMPT_FROM]->(item)-[:HAS_MEASURE*0..1]->(wanted)
WHERE said.exempt
WITH upper, lower, m, count(r) AS not_counted,
     sum(CASE WHEN said IS NULL AND (r.status = 'accepted'
                OR (NOT $only_accepted AND r.status IN ['suggested', 'stale']))
              THEN 1 ELSE 0 END) AS counted
// 部分承接也是对应：一条对应都没有计入的才是自选动作。
WHERE counted = 0
OPTIONAL MATCH (task:Task)-[:HAS_MEASURE]->(m)
OPTIONAL MATCH (s:Section)-[:HAS_TASK|HAS_MEASURE*1..2]->(m)
// 牵头单位按原文次序：排在第一的主办。
OPTIONAL MATCH (lead:Agency)-[l:LEADS]->(m)
WHERE l.basis = 'explicit' OR $inferred
WITH upper, lower, s, task, m, not_counted, lead, l
ORDER BY l.order, lead.name
WITH upper, lower, s, task AS t, m, not_counted, collect(lead.name) AS leads
RETURN lower.key AS lower_document_key, upper.key AS upper_document_key, s.title AS section,
       t.title AS task, m.key AS measure_key, m.text AS measure, leads, not_counted
ORDER BY lower_document_key, upper_document_key, coalesce(s.seq, 0), s.key,
         coalesce(t.seq, 0), t.key, m.seq, measure_key
