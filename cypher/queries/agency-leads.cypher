// question: 我局牵头哪些举措，何时完成？
// question: Which measures does an agency lead, and when are they due?
// params:
//   agency: agency — 单位：名称、键或任一原文写法 | the agency: its name, key or any printed form
//   document: document = "" — 只看这个文件（键、文号或标题）；空为全部 | this document alone (key, number or title); empty for all
//   inferred: boolean = false — 推断的角色也算 | count inferred roles as well
// returns:
//   agency (text) — 单位 | agency
//   document_key (key) — 文件 | document
//   task (text) — 任务 | task
//   measure_key (key) — 举措键 | measure key
//   measure (text) — 举措 | measure
//   co_leads (texts) — 联合牵头单位 | co-lead agencies
//   basis (code, basis) — 依据 | basis
//   due_on (date) — 最后一天：全条的时限，几个的取最晚的 | due on: last day of the whole measure, the latest of several
//   due_words (texts) — 时限：原文 | deadline: as printed
//   clause_words (texts) — 分句时限：只约束分句的，原文 | clause deadlines: as printed; they bind a clause alone
// order: due_on, document_key, printed order of the measures, agency

// 同一单位在文件里有多种写法：名称、键、任何一处原文写法都认。
MATCH (a:Agency)
OPTIONAL MATCH (a)-[printed:LEADS|ASSISTS]->(:Measure)
WITH a, printed
WHERE $agency IN [a.key, a.name, printed.as_printed]
WITH DISTINCT a
MATCH (a)-[r:LEADS]->(m:Measure)
WHERE (r.basis = 'explicit' OR $inferred)
MATCH (d:Document {key: m.document_key})
WHERE $document IN ['', d.key, d.doc_no, d.title]
// 板块、任务只为排序和显示：先后按印出的次序，不按键的字面。
OPTIONAL MATCH (m)<-[:HAS_TASK|HAS_MEASURE*1..2]-(s:Section)
OPTIONAL MATCH (above:Task)-[:HAS_MEASURE]->(m)
OPTIONAL MATCH (other:Agency)-[o:LEADS]->(m)
WHERE other.key <> a.key AND (o.basis = 'explicit' OR $inferred)
WITH a, r, m, d, s, above, other, o
ORDER BY o.order, other.name
WITH a, r, m, d, s, above, collect(other.name) AS co_leads
// 只约束分句的时限另列：分句到期，全条未必到期。几个时限以最后的为准。
OPTIONAL MATCH (m)-[due:DUE]->(t:Deadline)
WITH a, r, m, d, s, above, co_leads, due, t
ORDER BY t.due_on, coalesce(due.start, 0), due.text
WITH a, r, m, d, s, above, co_leads,
     max(CASE due.scope WHEN 'clause' THEN null ELSE t.due_on END) AS due_on,
     collect(DISTINCT CASE due.scope WHEN 'clause' THEN null ELSE due.text END) AS due_words,
     collect(DISTINCT CASE due.scope WHEN 'clause' THEN due.text END) AS clause_words
RETURN a.name AS agency, d.key AS document_key, above.title AS task, m.key AS measure_key,
       m.text AS measure, co_leads, r.basis AS basis, due_on, due_words, clause_words
ORDER BY due_on, document_key, coalesce(s.seq, 0), coalesce(above.seq, 0), m.seq,
         measure_key, agency
