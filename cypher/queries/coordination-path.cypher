// question: 两个单位经哪些举措相连？
// question: Through which measures are two agencies connected?
// params:
//   agency: agency — 单位 | the agency
//   other: agency — 另一单位 | the other agency
//   inferred: boolean = false — 推断的角色也算 | count inferred roles as well
// returns:
//   agency (text) — 单位 | agency
//   other_agency (text) — 另一单位 | other agency
//   steps (count) — 1 同在一条举措，2 经一个单位 | 1 on one measure, 2 through one agency
//   measure_key (key) — 举措 | measure
//   via (text) — 经由单位 | through
//   via_measure_key (key) — 经由单位与另一单位的举措 | its measure with the other agency
// order: agency, other_agency, steps, measure_key, via, via_measure_key

MATCH (a:Agency)-[a_printed:LEADS|ASSISTS]->(:Measure)
WHERE $agency IN [a.key, a.name, a_printed.as_printed]
WITH DISTINCT a
MATCH (b:Agency)-[b_printed:LEADS|ASSISTS]->(:Measure)
WHERE $other IN [b.key, b.name, b_printed.as_printed]
WITH DISTINCT a, b
WHERE a.key <> b.key
// 统称和几乎每条都列名的单位把所有人连在一起，等于什么也没说，所以不经由它们。
// 不用 shortestPath()：引擎对其 WHERE 的理解不一，有的先找到一条再筛，会漏掉该找到的。
CALL {
  WITH a, b
  OPTIONAL MATCH (a)-[r1:LEADS|ASSISTS]->(m:Measure)<-[r2:LEADS|ASSISTS]-(b)
  WHERE (r1.basis = 'explicit' OR $inferred) AND (r2.basis = 'explicit' OR $inferred)
  RETURN collect(DISTINCT m.key) AS common
}
CALL {
  WITH common
  UNWIND common AS measure_key
  RETURN 1 AS steps, measure_key, null AS via, null AS via_measure_key
  UNION
  // 没有共同的举措，才找中间单位；每个中间单位只看一次。
  WITH a, b, common
  MATCH (a)-[r1:LEADS|ASSISTS]->(m:Measure)<-[r2:LEADS|ASSISTS]-(x:Agency)
  WHERE size(common) = 0 AND x.key <> a.key AND x.key <> b.key AND NOT x.is_collective
    AND r2.scope = 'own'
    AND (r1.basis = 'explicit' OR $inferred) AND (r2.basis = 'explicit' OR $inferred)
  WITH b, x, collect(DISTINCT m.key) AS measure_keys
  MATCH (x)-[r3:LEADS|ASSISTS]->(n:Measure)<-[r4:LEADS|ASSISTS]-(b)
  WHERE r3.scope = 'own'
    AND (r3.basis = 'explicit' OR $inferred) AND (r4.basis = 'explicit' OR $inferred)
  UNWIND measure_keys AS measure_key
  RETURN 2 AS steps, measure_key, x.name AS via, n.key AS via_measure_key
}
RETURN DISTINCT a.name AS agency, b.name AS other_agency, steps, measure_key, via, via_measure_key
ORDER BY agency, other_agency, steps, measure_key, via, via_measure_key
