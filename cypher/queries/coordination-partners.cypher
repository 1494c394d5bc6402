// question: 我局最需与谁沟通，因何事？
// question: With whom does an agency share most, and on what?
// params:
//   agency: agency — 单位：名称、键或任一原文写法 | the agency: its name, key or any printed form
//   document: document = "" — 只看这个文件（键、文号或标题）；空为全部 | this document alone (key, number or title); empty for all
//   inferred: boolean = false — 推断的角色也算 | count inferred roles as well
//   collectives: boolean = false — 统称（如各县（市）区政府）也算 | count collective names as well
//   blanket: boolean = false — 几乎每条都列名的单位也算 | count bodies that stand on nearly every measure as well
// returns:
//   agency (text) — 单位 | agency
//   partner (text) — 伙伴 | partner
//   measures (count, 条) — 共同的举措 | measures shared
//   we_lead (count, 条) — 其中我方牵头 | of these we lead
//   they_lead (count, 条) — 其中对方牵头 | of these they lead
//   tasks (texts) — 所属任务：按印出的次序 | tasks: in printed order
// order: agency, measures (most first), partner

// 同一单位在文件里有多种写法：名称、键、任何一处原文写法都认。
MATCH (a:Agency)
OPTIONAL MATCH (a)-[printed:LEADS|ASSISTS]->(:Measure)
WITH a, printed
WHERE $agency IN [a.key, a.name, printed.as_printed]
WITH DISTINCT a
MATCH (a)-[r:LEADS|ASSISTS]->(m:Measure)<-[s:LEADS|ASSISTS]-(b:Agency)
WHERE b.key <> a.key
  AND (r.basis = 'explicit' OR $inferred)
  AND (s.basis = 'explicit' OR $inferred)
  AND (NOT b.is_collective OR $collectives)
  // 统称由 collectives 一项决定，不论它是否几乎每条都列名。
  AND (s.scope = 'own' OR b.is_collective OR $blanket)
MATCH (d:Document {key: m.document_key})
WHERE $document IN ['', d.key, d.doc_no, d.title]
OPTIONAL MATCH (task:Task)-[:HAS_MEASURE]->(m)
OPTIONAL MATCH (sec:Section)-[:HAS_TASK]->(task)
WITH a, b, m, d, sec, task, type(r) AS ours, type(s) AS theirs
// 任务按印出的次序。
ORDER BY d.key, coalesce(sec.seq, 0), task.seq, task.key
WITH a, b, m, task.title AS title, ours, theirs
RETURN a.name AS agency, b.name AS partner, count(DISTINCT m.key) AS measures,
       sum(CASE ours WHEN 'LEADS' THEN 1 ELSE 0 END) AS we_lead,
       sum(CASE theirs WHEN 'LEADS' THEN 1 ELSE 0 END) AS they_lead,
       collect(DISTINCT title) AS tasks
ORDER BY agency, measures DESC, partner
