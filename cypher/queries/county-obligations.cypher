// question: 各县（市）区要做的全部有哪些？
// question: What do the counties have to do, all of it?
// params:
//   agency: agency = "" — 县级统称；空为全部 | a collective of counties; empty for all of them
//   document: document = "" — 只看这个文件（键、文号或标题）；空为全部 | this document alone (key, number or title); empty for all
//   inferred: boolean = false — 推断的角色也算 | count inferred roles as well
// notes:
//   只列县（市）区的统称（如各县（市）区政府）；点名到某个县、区的另见 agency-leads、agency-assists；其他统称（成员单位、园区等）不在内 | collectives of counties alone; a county that is named by itself is in agency-leads and agency-assists; other collectives are left out
// returns:
//   agency (text) — 单位 | agency
//   document_key (key) — 文件 | document
//   task (text) — 任务 | task
//   measure_key (key) — 举措键 | measure key
//   measure (text) — 举措 | measure
//   role (text) — 角色用词 | role as printed
//   leads (texts) — 牵头单位：按原文次序 | leads: in printed order
//   due_on (date) — 最后一天：全条的时限，几个的取最晚的 | due on: last day of the whole measure, the latest of several
//   due_words (texts) — 时限：原文 | deadline: as printed
//   clause_words (texts) — 分句时限：只约束分句的，原文 | clause deadlines: as printed; they bind a clause alone
// order: agency, document_key, due_on, printed order of the measures

// 县（市）区在清单里大多以统称出现（各县（市）区政府）；统称标有 is_collective。
MATCH (a:Agency)-[printed:LEADS|ASSISTS]->(:Measure)
WHERE a.is_collective AND $agency IN ['', a.key, a.name, printed.as_printed]
// 先认出单位，再取它的全部举措：同一单位在别处可能是另一种写法。
WITH DISTINCT a, replace(a.name, coalesce(a.region, ''), '') AS name
// 统称的层级是它所在地的，不是成员的：有县级成员，或地名之后以县、区为单位的，才是县级统称。
WHERE name CONTAINS '县' OR name STARTS WITH '各区' OR name STARTS WITH '区级'
   OR EXISTS { MATCH (:Agency {level: 'county'})-[:MEMBER_OF]->(a) }
MATCH (a)-[r:LEADS|ASSISTS]->(m:Measure)
WHERE (r.basis = 'explicit' OR $inferred)
MATCH (d:Document {key: m.document_key})
WHERE $document IN ['', d.key, d.doc_no, d.title]
// 板块、任务只为排序和显示：先后按印出的次序，不按键的字面。
OPTIONAL MATCH (m)<-[:HAS_TASK|HAS_MEASURE*1..2]-(s:Section)
OPTIONAL MATCH (above:Task)-[:HAS_MEASURE]->(m)
// 牵头单位按原文次序：排在第一的主办。
OPTIONAL MATCH (lead:Agency)-[l:LEADS]->(m)
WHERE l.basis = 'explicit' OR $inferred
WITH a, r, m, d, s, above, lead, l
ORDER BY l.order, lead.name
WITH a, r, m, d, s, above, collect(lead.name) AS leads
// 只约束分句的时限另列：分句到期，全条未必到期。几个时限以最后的为准。
OPTIONAL MATCH (m)-[due:DUE]->(t:Deadline)
WITH a, r, m, d, s, above, leads, due, t
ORDER BY t.due_on, coalesce(due.start, 0), due.text
WITH a, r, m, d, s, above, leads,
     max(CASE due.scope WHEN 'clause' THEN null ELSE t.due_on END) AS due_on,
     collect(DISTINCT CASE due.scope WHEN 'clause' THEN null ELSE due.text END) AS due_words,
     collect(DISTINCT CASE due.scope WHEN 'clause' THEN due.text END) AS clause_words
RETURN a.name AS agency, d.key AS document_key, above.title AS task, m.key AS measure_key,
       m.text AS measure, r.role_text AS role, leads, due_on, due_words, clause_words
ORDER BY agency, document_key, due_on, coalesce(s.seq, 0), coalesce(above.seq, 0), m.seq,
         measure_key
