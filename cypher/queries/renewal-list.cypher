// question: 下级哪些举措已到期，而上级仍有要求？
// question: Which lower measures are past their date while the upper document still demands them?
// params:
//   as_of: date = today — 截至（含当日不算到期） | as of; what is due on that day is not yet over
//   upper: document = "" — 只看这个上级文件（键、文号或标题）；空为全部 | this upper document alone (key, number or title); empty for all
//   lower: document = "" — 只看这个下级文件（键、文号或标题）；空为全部 | this lower document alone (key, number or title); empty for all
//   only_accepted: boolean = false — 只算人工确认的对应；否则程序建议的、判断已过期的也算 | count accepted alignments alone; else suggested and stale ones as well
//   partly: boolean = false — 部分承接的也列 | list partly covering measures as well
//   inferred: boolean = false — 推断的角色也算 | count inferred roles as well
// returns:
//   due_on (date) — 最后一天：全条的时限，几个的取最晚的 | due on: last day of the whole measure, the latest of several
//   lower_document_key (key) — 下级文件 | lower document
//   upper_document_key (key) — 上级文件 | upper document
//   task (text) — 任务 | task
//   measure_key (key) — 举措键 | measure key
//   measure (text) — 举措 | measure
//   leads (texts) — 牵头单位：按原文次序 | leads: in printed order
//   grade (code, grade) — 程度：最好的一对 | grade: of the best alignment
//   upper_task_keys (texts) — 上级任务键：或独立举措的 | upper task keys: or of measures outside any task
//   upper_tasks (texts) — 上级任务：仍在要求的，与键的次序相同 | upper tasks: that still demand it, in the order of their keys
//   state (code, expired) — 状态 | state
// order: due_on, lower_document_key, printed order of the measures, upper_document_key

// 只看比对过的文件：没有比对过的，不知道上级是否仍有要求。
MATCH (lower:Document)-[:COMPARED_WITH]->(upper:Document)
WHERE $upper IN ['', upper.key, upper.doc_no, upper.title]
  AND $lower IN ['', lower.key, lower.doc_no, lower.title]
MATCH (lower)-[:HAS_SECTION|HAS_TASK|HAS_MEASURE*1..3]->(m:Measure)-[due:DUE]->(t:Deadline)
// 只约束分句的时限不算：分句到期，全条未必到期。
WHERE coalesce(due.scope, 'measure') = 'measure'
// 几个时限以最后的为准。
WITH upper, lower, m, max(t.due_on) AS due_on
WHERE due_on < $as_of
MATCH (m)-[r:ALIGNS_WITH]->(wanted:Measure)
WHERE wanted.document_key = upper.key AND (r.grade = 'covered' OR $partly)
  AND (r.status = 'accepted' OR (NOT $only_accepted AND r.status IN ['suggested', 'stale']))
OPTIONAL MATCH (above:Task)-[:HAS_MEASURE]->(wanted)
// 一个任务有几条举措对应的，只列一次；covered 按字母在 partly 之前，所以取最小。
WITH upper, lower, m, due_on, coalesce(above, wanted) AS item, min(r.grade) AS grade
// 人判断任务不适用的，上级并不要求；没有定论（过期、冲突）的没有 exempt。
OPTIONAL MATCH (lower)-[said:EXEMPT_FROM]->(item)
WHERE said.exempt
WITH upper, lower, m, due_on, item, grade, said
WHERE said IS NULL
OPTIONAL MATCH (s:Section)-[:HAS_TASK|HAS_MEASURE]->(item)
WITH upper, lower, m, due_on, item, grade, s
ORDER BY coalesce(s.seq, 0), s.key, item:Task, item.seq, item.key
WITH upper, lower, m, due_on, min(grade) AS grade, collect(item.key) AS upper_task_keys,
     collect(coalesce(item.title, item.text)) AS upper_tasks
OPTIONAL MATCH (m)<-[:HAS_TASK|HAS_MEASURE*1..2]-(s:Section)
OPTIONAL MATCH (below:Task)-[:HAS_MEASURE]->(m)
// 牵头单位按原文次序：排在第一的主办。
OPTIONAL MATCH (lead:Agency)-[l:LEADS]->(m)
WHERE l.basis = 'explicit' OR $inferred
WITH upper, lower, s, below, m, due_on, grade, upper_task_keys, upper_tasks, lead, l
ORDER BY l.order, lead.name
WITH upper, lower, s, below, m, due_on, grade, upper_task_keys, upper_tasks,
     collect(lead.name) AS leads
RETURN due_on, lower.key AS lower_document_key, upper.key AS upper_document_key,
       below.title AS task, m.key AS measure_key, m.text AS measure, leads, grade,
       upper_task_keys, upper_tasks,
       // 文件不载完成情况，所以不说逾期。
       'expired' AS state
ORDER BY due_on, lower_document_key, coalesce(s.seq, 0), coalesce(below.seq, 0), m.seq,
         measure_key, upper_document_key
