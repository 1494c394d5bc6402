// question: 下级（如市）哪些举措未找到上级对应（可能为自选动作）？
// question: For which lower measures (of a city, say) was no upper counterpart found (local additions, perhaps)?
// params:
//   upper: document = "" — 只看这个上级文件（键、文号或标题）；空为全部 | this upper document alone (key, number or title); empty for all
//   lower: document = "" — 只看这个下级文件（键、文号或标题）；空为全部 | this lower document alone (key, number or title); empty for all
//   only_accepted: boolean = false — 只算人工确认的对应；否则程序建议的、判断已过期的也算 | count accepted alignments alone; else suggested and stale ones as well
//   inferred: boolean = false — 推断的角色也算 | count inferred roles as well
// notes:
//   没有找到对应，不等于上级没有要求：程序会漏，见 kg report gaps。只算人工确认时，有建议而没有人判断的排在后面（“待判断”不是 0），不能说是未找到 | that nothing was found does not mean that nothing is asked for: the program misses some; see kg report gaps. Where accepted alignments alone count, measures with suggestions that nobody has judged come last (“to be judged” is not 0): of these it cannot be said that nothing was found
// returns:
//   lower_document_key (key) — 下级文件 | lower document
//   upper_document_key (key) — 上级文件 | upper document
//   section (text) — 板块 | section
//   task (text) — 任务 | task
//   measure_key (key) — 举措键 | measure key
//   measure (text) — 举措 | measure
//   leads (texts) — 牵头单位：按原文次序 | leads: in printed order
//   not_counted (count, 对) — 未计入的对应：存疑、否定的，或因任务不适用而搁置的 | not counted: alignments that are unsure, rejected, or set aside with a task that is not applicable
//   unreviewed (count, 对) — 待判断：只算人工确认时还没有人判断的建议 | to be judged: suggestions that nobody has judged, where accepted ones alone count
// order: lower_document_key, upper_document_key, what is to be judged last, section, task and measure in printed order

// 只看比对过的文件：没有比对过的，谈不上未找到上级对应。
MATCH (lower:Document)-[:COMPARED_WITH]->(upper:Document)
WHERE $upper IN ['', upper.key, upper.doc_no, upper.title]
  AND $lower IN ['', lower.key, lower.doc_no, lower.title]
MATCH (lower)-[:HAS_SECTION|HAS_TASK|HAS_MEASURE*1..3]->(m:Measure)
OPTIONAL MATCH (m)-[r:ALIGNS_WITH]->(wanted:Measure)
WHERE wanted.document_key = upper.key
// 人判断任务不适用的，它的对应搁置不计；没有定论（过期、冲突）的没有 exempt。
OPTIONAL MATCH (lower)-[said:EXEMPT_FROM]->(item)-[:HAS_MEASURE*0..1]->(wanted)
WHERE said.exempt
WITH upper, lower, m, count(r) AS found,
     sum(CASE WHEN said IS NULL AND (r.status = 'accepted'
                OR (NOT $only_accepted AND r.status IN ['suggested', 'stale']))
              THEN 1 ELSE 0 END) AS counted,
     sum(CASE WHEN said IS NULL AND $only_accepted AND r.status IN ['suggested', 'stale']
              THEN 1 ELSE 0 END) AS unreviewed
// 部分承接也是对应：一条对应都没有计入的才算未找到。
WHERE counted = 0
WITH upper, lower, m, found - unreviewed AS not_counted, unreviewed
OPTIONAL MATCH (above:Task)-[:HAS_MEASURE]->(m)
OPTIONAL MATCH (m)<-[:HAS_TASK|HAS_MEASURE*1..2]-(s:Section)
// 牵头单位按原文次序：排在第一的主办。
OPTIONAL MATCH (lead:Agency)-[l:LEADS]->(m)
WHERE l.basis = 'explicit' OR $inferred
WITH upper, lower, s, above, m, not_counted, unreviewed, lead, l
ORDER BY l.order, lead.name
WITH upper, lower, s, above, m, not_counted, unreviewed, collect(lead.name) AS leads
RETURN lower.key AS lower_document_key, upper.key AS upper_document_key, s.title AS section,
       above.title AS task, m.key AS measure_key, m.text AS measure, leads, not_counted,
       unreviewed
ORDER BY lower_document_key, upper_document_key, unreviewed > 0, coalesce(s.seq, 0),
         coalesce(above.seq, 0), m.seq, measure_key
