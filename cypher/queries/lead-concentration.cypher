// question: 牵头是否过度集中？
// question: Are the leads concentrated in few hands?
// params:
//   document: document = "" — 只看这个文件（键、文号或标题）；空为全部 | this document alone (key, number or title); empty for all
//   inferred: boolean = false — 推断的角色也算 | count inferred roles as well
// returns:
//   document_key (key) — 文件 | document
//   leads (count, 项次) — 牵头项次：联合牵头的各计一次 | lead edges: a measure with n leads counts n times
//   agencies (count, 个) — 牵头单位数 | lead agencies
//   top_agency (text) — 牵头最多的单位 | agency with most leads
//   top_leads (count, 项次) — 首位项次 | its leads
//   top_share (share) — 首位占比：占牵头次数 | top share: of all leads
//   top3_share (share) — 前三位占比 | share of the first three
//   herfindahl (number) — HHI：各单位占比的平方和，1 为一家独揽 | HHI: sum of squared shares; 1 is one alone
// order: document_key

MATCH (a:Agency)-[r:LEADS]->(m:Measure)
WHERE (r.basis = 'explicit' OR $inferred)
MATCH (d:Document {key: m.document_key})
WHERE $document IN ['', d.key, d.doc_no, d.title]
WITH d.key AS document_key, a.name AS agency, count(m) AS led
ORDER BY document_key, led DESC, agency
WITH document_key, collect(agency) AS agencies, collect(led) AS counts, sum(led) AS total
RETURN document_key, total AS leads, size(agencies) AS agencies,
       agencies[0] AS top_agency, counts[0] AS top_leads,
       toFloat(counts[0]) / total AS top_share,
       toFloat(reduce(sum = 0, n IN counts[0..3] | sum + n)) / total AS top3_share,
       reduce(sum = 0.0, n IN counts | sum + toFloat(n) * n / (total * total)) AS herfindahl
ORDER BY document_key
