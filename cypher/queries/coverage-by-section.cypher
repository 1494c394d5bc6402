// question: 上级各板块的任务承接了多少？
// question: How many tasks of each upper section are taken on?
// params:
//   upper: document = "" — 只看这个上级文件（键、文号或标题）；空为全部 | this upper document alone (key, number or title); empty for all
//   lower: document = "" — 只看这个下级文件（键、文号或标题）；空为全部 | this lower document alone (key, number or title); empty for all
//   only_accepted: boolean = false — 只算人工确认的对应；否则程序建议的、判断已过期的也算 | count accepted alignments alone; else suggested and stale ones as well
// notes:
//   不适用：人判断的，或按规则是上级自己的事（规则见 docs/alignment.md，理由见 kg report gaps）；待核：原文未能恢复，或只算人工确认的而程序的建议（含判断已过期的）还没有人判断。对应计到举措，一条有计入的对应即算 | not applicable: by a person's word, or by rule the upper level's own business (kg report gaps gives the reasons); cannot be judged: its words could not be recovered, or accepted alignments alone count and nobody has judged what is suggested or stale. One alignment that counts is enough for a task
// returns:
//   upper_document_key (key) — 上级文件 | upper document
//   lower_document_key (key) — 下级文件 | lower document
//   section_key (key) — 板块键：不在板块下的为文件的 | section key: of the document for what stands in none
//   section (text) — 板块 | section
//   tasks (count, 项) — 任务：含独立举措 | tasks: with measures outside any task
//   covered (count, 项) — 已承接 | covered
//   partly (count, 项) — 部分承接 | partly covered
//   uncovered (count, 项) — 未承接 | not covered
//   not_applicable (count, 项) — 不适用 | not applicable
//   unclear (count, 项) — 待核 | cannot be judged
//   share (share) — 承接率：已承接 ÷（任务 − 不适用 − 待核） | share covered: of the tasks without those that are not applicable or cannot be judged
// order: upper_document_key, lower_document_key, section in printed order

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
WITH c, upper, lower, s, item, said,
     collect(CASE WHEN r.status = 'accepted' OR NOT $only_accepted THEN r.grade END) AS grades,
     sum(CASE WHEN $only_accepted AND r.status <> 'accepted' THEN 1 ELSE 0 END) AS unreviewed,
     collect(DISTINCT wanted.text) AS texts
WITH upper, lower, coalesce(s.key, upper.key) AS section_key,
     coalesce(s.title, upper.title) AS section, coalesce(s.seq, 0) AS place,
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
WITH upper, lower, section_key, section, place, count(state) AS tasks,
     sum(CASE state WHEN 'covered' THEN 1 ELSE 0 END) AS covered,
     sum(CASE state WHEN 'partly' THEN 1 ELSE 0 END) AS partly,
     sum(CASE state WHEN 'not_applicable' THEN 1 ELSE 0 END) AS not_applicable,
     sum(CASE state WHEN 'unclear' THEN 1 ELSE 0 END) AS unclear
RETURN upper.key AS upper_document_key, lower.key AS lower_document_key, section_key, section,
       tasks, covered, partly, tasks - covered - partly - not_applicable - unclear AS uncovered,
       not_applicable, unclear,
       CASE WHEN tasks > not_applicable + unclear
            THEN toFloat(covered) / (tasks - not_applicable - unclear) END AS share
ORDER BY upper_document_key, lower_document_key, place, section_key
