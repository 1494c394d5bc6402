// question: 同一任务下的举措，牵头单位是否不一？
// question: Do the measures of one task have different leads?
// params:
//   document: document = "" — 只看这个文件（键、文号或标题）；空为全部 | this document alone (key, number or title); empty for all
//   inferred: boolean = false — 推断的角色也算 | count inferred roles as well
// returns:
//   document_key (key) — 文件 | document
//   task_key (key) — 任务键 | task key
//   task (text) — 任务 | task
//   measures (count, 条) — 举措数 | measures
//   lead_sets (texts) — 各种牵头组合 | the different sets of leads
// order: document_key, printed order of the tasks

MATCH (task:Task)-[:HAS_MEASURE]->(m:Measure)
MATCH (d:Document {key: m.document_key})
WHERE $document IN ['', d.key, d.doc_no, d.title]
MATCH (a:Agency)-[r:LEADS]->(m)
WHERE (r.basis = 'explicit' OR $inferred)
// 先把每条举措的牵头单位按名称排好，同一组单位才会写成同一个样子。
OPTIONAL MATCH (s:Section)-[:HAS_TASK]->(task)
WITH d, s, task, m, a
ORDER BY a.name
WITH d, s, task, m, collect(a.name) AS names
WITH d, s, task, m, reduce(joined = '', name IN names |
                        joined + CASE joined WHEN '' THEN '' ELSE '、' END + name) AS lead_set
ORDER BY m.seq, lead_set
WITH d, s, task AS above, count(m) AS measures, collect(DISTINCT lead_set) AS lead_sets
WHERE size(lead_sets) > 1
RETURN d.key AS document_key, above.key AS task_key, above.title AS task, measures, lead_sets
// 任务按印出的次序。
ORDER BY document_key, coalesce(s.seq, 0), above.seq, task_key
