// question: 上级（如省）每条任务对应哪些下级举措，依据是什么？
// question: Which lower measures answer each upper task (of a province, say), and on what grounds?
// params:
//   upper: document = "" — 只看这个上级文件（键、文号或标题）；空为全部 | this upper document alone (key, number or title); empty for all
//   lower: document = "" — 只看这个下级文件（键、文号或标题）；空为全部 | this lower document alone (key, number or title); empty for all
//   only_accepted: boolean = false — 只算人工确认的对应；否则程序建议的、判断已过期的也算 | count accepted alignments alone; else suggested and stale ones as well
// returns:
//   upper_document_key (key) — 上级文件 | upper document
//   lower_document_key (key) — 下级文件 | lower document
//   section (text) — 板块 | section
//   task_key (key) — 任务（或独立举措）的键 | key of the task, or of a measure outside any task
//   task (text) — 任务 | task
//   state (text) — covered 已承接、partly 部分承接、uncovered 未承接、not_applicable 人判断不适用 | of the task: covered, partly, uncovered, or not_applicable by a person's word
//   upper_measure_key (key) — 上级举措的键 | upper measure key
//   lower_measure_key (key) — 下级举措的键 | lower measure key
//   lower_measure (text) — 下级举措 | lower measure
//   grade (text) — covered 承接、partly 部分承接 | of this alignment: covered or partly
//   score (number) — 得分 | score, 0–1; none if a person added it
//   status (text) — accepted 确认、suggested 建议、stale 过期 | review status: accepted, suggested or stale
//   upper_quote (text) — 上级原文 | words of the upper text
//   lower_quote (text) — 下级原文 | words of the lower text
// order: upper_document_key, lower_document_key, section and task in printed order, upper_measure_key, grade (covered first), score (highest first), lower_measure_key

// 只看比对过的文件：没有比对过的，谈不上未承接。
MATCH (lower:Document)-[:COMPARED_WITH]->(upper:Document)
WHERE $upper IN ['', upper.key, upper.doc_no, upper.title]
  AND $lower IN ['', lower.key, lower.doc_no, lower.title]
// 上级文件的每一项：任务；不在任何任务下的举措自成一项。
MATCH (upper)-[:HAS_SECTION|HAS_TASK|HAS_MEASURE*1..2]->(item)
WHERE item:Task OR (item:Measure AND NOT EXISTS { MATCH (:Task)-[:HAS_MEASURE]->(item) })
OPTIONAL MATCH (s:Section)-[:HAS_TASK|HAS_MEASURE]->(item)
// 人判断为不适用的项；没有定论（过期、冲突）的没有 exempt。
OPTIONAL MATCH (lower)-[said:EXEMPT_FROM]->(item)
WHERE said.exempt
// 零步是举措自己，一步是任务下的举措：两种项用同一个写法。
OPTIONAL MATCH (item)-[:HAS_MEASURE*0..1]->(wanted:Measure)<-[r:ALIGNS_WITH]-(m:Measure)
WHERE m.document_key = lower.key AND said IS NULL
  AND (r.status = 'accepted' OR (NOT $only_accepted AND r.status IN ['suggested', 'stale']))
// 先收在一起看整项的状态，再逐条展开；没有对应的项也留一行。
WITH upper, lower, s, item, said, collect(r.grade) AS grades,
     collect({upper_key: wanted.key, lower_key: m.key, text: m.text, grade: r.grade,
              score: r.score, status: r.status, upper_quote: r.upper_quote,
              lower_quote: r.lower_quote}) AS found
WITH upper, lower, s, item, found,
     // 按规则的不适用、待核要看原文，关系里没有，见差距报告。
     CASE WHEN said.exempt THEN 'not_applicable'
          WHEN 'covered' IN grades THEN 'covered'
          WHEN 'partly' IN grades THEN 'partly'
          ELSE 'uncovered' END AS state
UNWIND found AS one
RETURN upper.key AS upper_document_key, lower.key AS lower_document_key, s.title AS section,
       item.key AS task_key, coalesce(item.title, item.text) AS task, state,
       one.upper_key AS upper_measure_key, one.lower_key AS lower_measure_key,
       one.text AS lower_measure, one.grade AS grade, one.score AS score, one.status AS status,
       one.upper_quote AS upper_quote, one.lower_quote AS lower_quote
// 人工补充的没有得分，排在前面。
ORDER BY upper_document_key, lower_document_key, coalesce(s.seq, 0), s.key, item:Task,
         item.seq, task_key, upper_measure_key, grade, coalesce(score, 1.0) DESC,
         lower_measure_key
