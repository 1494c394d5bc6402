// question: 上级哪些任务下级没有承接？
// question: Which upper tasks has the lower document not taken on?
// params:
//   upper: document = "" — 只看这个上级文件（键、文号或标题）；空为全部 | this upper document alone (key, number or title); empty for all
//   lower: document = "" — 只看这个下级文件（键、文号或标题）；空为全部 | this lower document alone (key, number or title); empty for all
//   only_accepted: boolean = false — 只算人工确认的对应；否则程序建议的、判断已过期的也算 | count accepted alignments alone; else suggested and stale ones as well
// notes:
//   不列不适用的（人判断的，或按规则是上级自己的事）和待核的（原文未能恢复，或只算人工确认的而程序的建议还没有人判断）：见 kg report gaps。所以只算人工确认的，多出来的是待核，未承接的不变 | what is not applicable (by a person's word or by rule) or cannot be judged (its words could not be recovered, or accepted alignments alone count and nobody has judged what is suggested) is left out: see kg report gaps. So where accepted ones alone count more cannot be judged, and what is not covered stays the same
// returns:
//   upper_document_key (key) — 上级文件 | upper document
//   lower_document_key (key) — 下级文件 | lower document
//   section (text) — 板块 | section
//   task_key (key) — 任务键：或独立举措的 | task key: or of a measure outside any task
//   task (text) — 任务 | task
//   measures (texts) — 举措：任务下的，按印出的次序 | measures: of the task, in printed order
//   not_counted (count, 对) — 未计入的对应：存疑、否定的 | not counted: alignments that are unsure or rejected
// order: upper_document_key, lower_document_key, section and task in printed order

// 只看比对过的文件：没有比对过的，谈不上未承接。
MATCH (lower:Document)-[c:COMPARED_WITH]->(upper:Document)
WHERE $upper IN ['', upper.key, upper.doc_no, upper.title]
  AND $lower IN ['', lower.key, lower.doc_no, lower.title]
// 上级文件的每一项：任务；不在任何任务下的举措自成一项。
MATCH (upper)-[:HAS_SECTION|HAS_TASK|HAS_MEASURE*1..2]->(item)
WHERE item:Task OR (item:Measure AND NOT EXISTS { MATCH (:Task)-[:HAS_MEASURE]->(item) })
// 不适用的不算未承接：人判断的，或按规则是上级自己的事而没有人说适用。
// 没有定论（过期、冲突）的判断没有 exempt。
OPTIONAL MATCH (lower)-[said:EXEMPT_FROM]->(item)
WHERE said.exempt IS NOT NULL
WITH c, upper, lower, item, said
WHERE NOT coalesce(said.exempt, item.key IN coalesce(c.own_business, []))
OPTIONAL MATCH (s:Section)-[:HAS_TASK|HAS_MEASURE]->(item)
// 零步是举措自己，一步是任务下的举措：两种项用同一个写法。
OPTIONAL MATCH (item)-[:HAS_MEASURE*0..1]->(wanted:Measure)
OPTIONAL MATCH (wanted)<-[r:ALIGNS_WITH]-(m:Measure)
WHERE m.document_key = lower.key
// 不计入的也数出来（存疑、否定）：看的人知道有没有想到过什么。
WITH upper, lower, s, item, wanted, count(r) AS found,
     sum(CASE WHEN r.status = 'accepted'
                OR (NOT $only_accepted AND r.status IN ['suggested', 'stale'])
              THEN 1 ELSE 0 END) AS counted,
     sum(CASE WHEN $only_accepted AND r.status IN ['suggested', 'stale']
              THEN 1 ELSE 0 END) AS unreviewed
ORDER BY wanted.seq, wanted.key
WITH upper, lower, s, item, collect(wanted.text) AS measures, sum(found) AS not_counted,
     sum(counted) AS counted, sum(unreviewed) AS unreviewed
// 有建议还没有人判断的，举措的文字都没能恢复的，是待核。
WHERE counted = 0 AND unreviewed = 0
  AND any(text IN measures WHERE trim(replace(text, '　', '')) <> '')
RETURN upper.key AS upper_document_key, lower.key AS lower_document_key, s.title AS section,
       item.key AS task_key, coalesce(item.title, item.text) AS task, measures, not_counted
ORDER BY upper_document_key, lower_document_key, coalesce(s.seq, 0), s.key, item:Task,
         item.seq, task_key
