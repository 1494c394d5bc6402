// question: 谁的任务最重（牵头 1，n 家联合牵头各 1/n，配合加权）？
// question: Who carries most (a lead 1, one of n leads 1/n, assists weighted)?
// params:
//   document: document = "" — 只看这个文件（键、文号或标题）；空为全部 | this document alone (key, number or title); empty for all
//   inferred: boolean = false — 推断的角色也算 | count inferred roles as well
//   collectives: boolean = false — 统称（如各县（市）区政府）也算 | count collective names as well
//   blanket: boolean = false — 几乎每条都列名的单位也算 | count bodies that stand on nearly every measure as well
//   assist_weight: number = 0.2 — 配合的权重 | weight of an assist
// notes:
//   先按牵头，再按加权任务量（多的在前），最后按名称；逐个文件排 | by leads, then by weighted workload (most first), last by name; each document by itself
// returns:
//   document_key (key) — 文件 | document
//   agency (text) — 单位 | agency
//   leads (count, 条) — 牵头 | leads
//   co_leads (count, 条) — 其中联合牵头 | of these shared
//   assists (count, 条) — 配合 | assists
//   score (number) — 加权任务量 | weighted workload
// order: document_key, leads (most first), score (most first), agency

MATCH (a:Agency)-[r:LEADS|ASSISTS]->(m:Measure)
WHERE (r.basis = 'explicit' OR $inferred)
  // 统称和几乎每条都列名的单位会排在最前，遮住真正的枢纽。
  AND (NOT a.is_collective OR $collectives)
  // 统称由 collectives 一项决定，不论它是否几乎每条都列名。
  AND (r.scope = 'own' OR a.is_collective OR $blanket)
MATCH (d:Document {key: m.document_key})
WHERE $document IN ['', d.key, d.doc_no, d.title]
OPTIONAL MATCH (other:Agency)-[o:LEADS]->(m)
WHERE other.key <> a.key AND (o.basis = 'explicit' OR $inferred)
WITH d, a, r, m, count(other) AS others
WITH d, a,
     sum(CASE WHEN type(r) = 'LEADS' THEN 1 ELSE 0 END) AS leads,
     sum(CASE WHEN type(r) = 'LEADS' AND others > 0 THEN 1 ELSE 0 END) AS co_leads,
     sum(CASE WHEN type(r) = 'ASSISTS' THEN 1 ELSE 0 END) AS assists,
     sum(CASE WHEN type(r) = 'LEADS' THEN 1.0 / (others + 1) ELSE 0.0 END) AS weighted_leads
WITH d.key AS document_key, a.name AS agency, leads, co_leads, assists,
     weighted_leads + $assist_weight * assists AS weighted
// 四舍五入到小数点后三位，免得 0.1 + 0.2 那样的尾数影响名次。
RETURN document_key, agency, leads, co_leads, assists,
       toFloat(round(weighted * 1000)) / 1000 AS score
// 先看牵头，再看加权：联合牵头多的不会排到独自牵头的前面。
ORDER BY document_key, leads DESC, score DESC, agency
