// question: 上级（如省）每条任务对应哪些下级举措，依据是什么？
// question: Which lower measures answer each upper task (of a province, say), and on what grounds?
// params:
//   upper: document = "" — 只看这个上级文件（键、文号或标题）；空为全部 | this upper document alone (key, number or title); empty for all
//   lower: document = "" — 只看这个下级文件（键、文号或标题）；空为全部 | this lower document alone (key, number or title); empty for all
//   only_accepted: boolean = false — 只算人工确认的对应；否则程序建议的、判断已过期的也算 | count accepted alignments alone; else suggested and stale ones as well
// notes:
//   不适用：人判断的，或按规则是上级自己的事（规则见 docs/alignment.md，理由见 kg report gaps）；待核：原文未能恢复，或只算人工确认的而程序的建议（含判断已过期的）还没有人判断。对应计到举措，一条有计入的对应即算 | not applicable: by a person's word, or by rule the upper level's own business (kg report gaps gives the reasons); cannot be judged: its words could not be recovered, or accepted alignments alone count and nobody has judged what is suggested or stale. One alignment that counts is enough for a task
// returns:
//   upper_document_key (key) — 上级文件 | upper document
//   lower_document_key (key) — 下级文件 | lower document
//   section (text) — 板块 | section
//   task_key (key) — 任务键：或独立举措的 | task key: or of a measure outside any task
//   task (text) — 任务 | task
//   state (code, state) — 状态：任务的 | state: of the task
//   unreviewed (count, 对) — 待判断：任务的，只算人工确认时还没有人判断的建议 | to be judged: suggestions for the task that nobody has judged, where accepted ones alone count
//   upper_measure_key (key) — 上级举措键 | upper measure key
//   lower_measure_key (key) — 下级举措键 | lower measure key
//   lower_measure (text) — 下级举措 | lower measure
//   grade (code, grade) — 程度 | grade
//   score (number) — 得分：读者认为“承接”的可能，0–1；人工补充的没有 | score: the chance that readers would call it covered, 0–1; none where a person added it
//   related (number) — 相关：读者认为至少“部分承接”的可能，0–1；人工补充的没有 | related: the chance that readers would call it at least partly covered, 0–1; none where a person added it
//   status (code, status) — 审核 | review
//   upper_quote (text) — 上级原文：相应的词句 | upper words: those that carry it
//   lower_quote (text) — 下级原文：相应的词句 | lower words: those that carry it
// order: upper_document_key, lower_document_key, section and task in printed order, printed order of the upper measures, grade (covered first), score (highest first), printed order of the lower measures

// 只看比对过的文件：没有比对过的，谈不上未承接。
MATCH (lower:Document)-[c:COMPARED_WITH]->(upper:Document)
WHERE $upper IN ['', upper.key, upper.doc_no, upper.title]
  AND $lower IN ['', lower.key, lower.doc_no, lower.title]
// 上级文件的每一项：任务；不在任何任务下的举措自成一项。
MATCH (upper)-[:HAS_SECTION|HAS_TASK|HAS_MEASURE*1..2]->(item)
WHERE item:Task OR (item:Measure AND NOT EXISTS { MATCH (:Task)-[:HAS_MEASURE]->(item) })
OPTIONAL MATCH (s:Section)-[:HAS_TASK|HAS_MEASURE]->(item)
// 人判断为不适用或适用的项；没有定论（过期、冲突）的没有 exempt。
OPTIONAL MATCH (lower)-[said:EXEMPT_FROM]->(item)
WHERE said.exempt IS NOT NULL
// 零步是举措自己，一步是任务下的举措：两种项用同一个写法。
OPTIONAL MATCH (item)-[:HAS_MEASURE*0..1]->(wanted:Measure)
OPTIONAL MATCH (wanted)<-[r:ALIGNS_WITH]-(m:Measure)
WHERE m.document_key = lower.key AND NOT coalesce(said.exempt, false)
  AND r.status IN ['accepted', 'suggested', 'stale']
// 先收在一起看整项的状态，再逐条展开；没有对应的项也留一行。
OPTIONAL MATCH (m)<-[:HAS_TASK|HAS_MEASURE*1..2]-(s2:Section)
OPTIONAL MATCH (below:Task)-[:HAS_MEASURE]->(m)
WITH c, upper, lower, s, item, said,
     collect(CASE WHEN r.status = 'accepted' OR NOT $only_accepted THEN r.grade END) AS grades,
     sum(CASE WHEN $only_accepted AND r.status <> 'accepted' THEN 1 ELSE 0 END) AS unreviewed,
     collect(DISTINCT wanted.text) AS texts,
     [x IN collect({upper_key: wanted.key, upper_seq: wanted.seq, lower_key: m.key,
              at: [coalesce(s2.seq, 0), coalesce(below.seq, 0), m.seq], text: m.text,
              grade: r.grade, score: r.score, related: r.related,
              status: r.status, upper_quote: r.upper_quote, lower_quote: r.lower_quote})
      WHERE x.status = 'accepted' OR (NOT $only_accepted AND x.lower_key IS NOT NULL)] AS aligned
WITH upper, lower, s, item, aligned, unreviewed,
     // 与差距报告一样：人的判断最先，再看计入的对应，再看文字能否恢复、有没有待人判断的建议，
     // 最后看规则。
     CASE WHEN coalesce(said.exempt, false) THEN 'not_applicable'
          WHEN 'covered' IN grades THEN 'covered'
          WHEN 'partly' IN grades THEN 'partly'
          WHEN all(text IN texts WHERE trim(replace(text, '　', '')) = '') THEN 'unclear'
          WHEN unreviewed > 0 THEN 'unclear'
          WHEN said.exempt IS NULL AND item.key IN coalesce(c.own_business, [])
            THEN 'not_applicable'
          ELSE 'uncovered' END AS state
UNWIND CASE size(aligned) WHEN 0 THEN [{upper_key: null}] ELSE aligned END AS one
RETURN upper.key AS upper_document_key, lower.key AS lower_document_key, s.title AS section,
       item.key AS task_key, coalesce(item.title, item.text) AS task, state,
       unreviewed, one.upper_key AS upper_measure_key, one.lower_key AS lower_measure_key,
       one.text AS lower_measure, one.grade AS grade, one.score AS score, one.related AS related,
       one.status AS status, one.upper_quote AS upper_quote, one.lower_quote AS lower_quote
// 人工补充的没有得分，排在前面。
ORDER BY upper_document_key, lower_document_key, coalesce(s.seq, 0), s.key, item:Task,
         item.seq, task_key, one.upper_seq, upper_measure_key, grade, coalesce(score, 1.0) DESC,
         one.at[0], one.at[1], one.at[2], lower_measure_key
