// question: 承诺出台、尚未见到的文件制度有哪些？
// question: Which papers are promised and not yet seen?
// params:
//   document: document = "" — 只看这个文件（键、文号或标题）；空为全部 | this document alone (key, number or title); empty for all
//   inferred: boolean = false — 推断的角色也算 | count inferred roles as well
//   seen: boolean = false — 已见的也列 | list those that are seen as well
// notes:
//   已见：库中有这份文件，或别的举措、文件导语引用了它（同一文件中另处引用也算）；题名不计空格、括号的全角半角和图谱中地名的有无，全角半角的其他写法见 kg report instruments | seen: the store has the paper, or another measure or a preamble cites it, in the same document or elsewhere; white space, the width of brackets and a place of the graph in front make no difference; kg report instruments folds every width
// returns:
//   instrument (text) — 文件制度 | instrument
//   state (code, seen) — 状态 | state
//   seen_in (texts) — 见于：库中文件、导语引用它的文件、引用它的举措的键 | seen in: keys of the document, or of the preambles and measures that cite it
//   document_key (key) — 文件 | document
//   measure_key (key) — 举措键 | measure key
//   words (text) — 原文词句 | as printed
//   leads (texts) — 牵头单位：按原文次序 | leads: in printed order
//   due_on (date) — 最后一天：全条的时限 | due on: of the whole measure
//   clause_words (texts) — 分句时限：这条举措中只约束分句的，原文 | clause deadlines: of the measure, as printed; they bind a clause alone
// order: state (not seen first), document_key, printed order of the measures, start of the words

// 题名前有没有地名都算同一份，地名以图谱中的为准。
OPTIONAL MATCH (g:Region)
WITH collect(g.name) AS places
MATCH (:Measure)-[promise:CITES {status: 'promised'}]->(i:Instrument)
WITH DISTINCT places, i,
     replace(replace(replace(replace(i.title, ' ', ''), '　', ''), '(', '（'), ')', '）') AS name
// 先按题名的首尾相合收窄，再看多出来的是不是地名。
CALL {
  WITH places, i, name
  MATCH (paper:Document)
  UNWIND [paper.title, paper.list_title] AS printed
  WITH places, i, name, paper,
       replace(replace(replace(replace(printed, ' ', ''), '　', ''), '(', '（'), ')', '）') AS title
  // 通知的标题里带着所印发的文件：《…》之内，或“印发”和“的通知”之间。
  WITH places, name, paper, title, [title] + split(replace(title, '《', '》'), '》')
       + [x IN [split(title, '印发')[1]] WHERE x ENDS WITH '的通知' | split(x, '的通知')[0]] AS names
  UNWIND names AS other
  WITH places, name, paper, other
  WHERE other <> '' AND (name = other
     OR (other ENDS WITH name AND any(p IN places WHERE other = p + name))
     OR (name ENDS WITH other AND any(p IN places WHERE name = p + other)))
  RETURN collect(DISTINCT paper.key) AS held
}
CALL {
  WITH places, i, name
  MATCH (x)-[cites:CITES|DERIVES_FROM]->(j:Instrument)
  // 自己也说要出台的举措不算引用。
  WHERE coalesce(cites.status, 'cited') <> 'promised'
    AND NOT EXISTS { MATCH (x)-[:CITES {status: 'promised'}]->(i) }
  WITH places, name, x, cites,
       replace(replace(replace(replace(j.title, ' ', ''), '　', ''), '(', '（'), ')', '）') AS other
  WHERE name = other
     OR (other ENDS WITH name AND any(p IN places WHERE other = p + name))
     OR (name ENDS WITH other AND any(p IN places WHERE name = p + other))
  WITH x, type(cites) AS kind
  // 导语在前，举措在后，各按印出的次序。
  OPTIONAL MATCH (x)<-[:HAS_TASK|HAS_MEASURE*1..2]-(s:Section)
  OPTIONAL MATCH (above:Task)-[:HAS_MEASURE]->(x)
  WITH x, kind, s, above
  ORDER BY kind DESC, x.document_key, coalesce(s.seq, 0), coalesce(above.seq, 0), x.seq, x.key
  RETURN collect(DISTINCT x.key) AS cited
}
WITH i, held, cited
ORDER BY i.key
WITH i, held + [key IN cited WHERE NOT key IN held] AS seen_in
WHERE size(seen_in) = 0 OR $seen
MATCH (m:Measure)-[c:CITES {status: 'promised'}]->(i)
MATCH (d:Document {key: m.document_key})
WHERE $document IN ['', d.key, d.doc_no, d.title]
// 板块、任务只为排序：先后按印出的次序。
OPTIONAL MATCH (m)<-[:HAS_TASK|HAS_MEASURE*1..2]-(s:Section)
OPTIONAL MATCH (above:Task)-[:HAS_MEASURE]->(m)
// 牵头单位按原文次序：排在第一的主办。
OPTIONAL MATCH (lead:Agency)-[l:LEADS]->(m)
WHERE l.basis = 'explicit' OR $inferred
WITH d, s, above, m, c, i, seen_in, lead, l
ORDER BY l.order, lead.name
WITH d, s, above, m, c, i, seen_in, collect(lead.name) AS leads
OPTIONAL MATCH (m)-[due:DUE]->(t:Deadline)
WITH d, s, above, m, c, i, seen_in, leads, due, t
ORDER BY t.due_on, coalesce(due.start, 0), due.text
WITH d, s, above, m, c, i, seen_in, leads,
     max(CASE due.scope WHEN 'clause' THEN null ELSE t.due_on END) AS due_on,
     collect(DISTINCT CASE due.scope WHEN 'clause' THEN due.text END) AS clause_words
RETURN i.title AS instrument, CASE size(seen_in) WHEN 0 THEN 'unseen' ELSE 'seen' END AS state,
       seen_in, d.key AS document_key, m.key AS measure_key, c.text AS words, leads, due_on,
       clause_words
ORDER BY size(seen_in) > 0, document_key, coalesce(s.seq, 0), coalesce(above.seq, 0), m.seq,
         measure_key, c.start
