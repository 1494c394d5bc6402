// question: 两个单位经哪些举措相连？
// question: Through which measures are two agencies connected?
// params:
//   agency: agency — 单位 | the agency
//   other: agency — 另一单位 | the other agency
//   inferred: boolean = false — 推断的角色也算 | count inferred roles as well
// returns:
//   agency (text) — 单位 | agency
//   other_agency (text) — 另一单位 | other agency
//   steps (count) — 步数：1 同在一条举措，2 经一个单位 | steps: 1 on one measure, 2 through one agency
//   measure_key (key) — 举措键 | measure key
//   via (text) — 经由单位 | through
//   via_measure_key (key) — 后一条举措键：经由单位与另一单位的 | second measure key: of the agency between with the other
// notes:
//   不经由统称和几乎每条都列名的单位 | never through collectives or bodies on nearly every measure
// order: agency, other_agency, steps, printed order of the measure, via, printed order of its measure

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
  MATCH (m:Measure {key: measure_key})
  RETURN 1 AS steps, m, null AS via, null AS n
  UNION
  // 没有共同的举措，才找中间单位；每个中间单位只看一次。
  WITH a, b, common
  MATCH (a)-[r1:LEADS|ASSISTS]->(m:Measure)<-[r2:LEADS|ASSISTS]-(x:Agency)
  WHERE size(common) = 0 AND x.key <> a.key AND x.key <> b.key AND NOT x.is_collective
    AND r2.scope = 'own'
    AND (r1.basis = 'explicit' OR $inferred) AND (r2.basis = 'explicit' OR $inferred)
  WITH b, x, collect(DISTINCT m) AS measures
  MATCH (x)-[r3:LEADS|ASSISTS]->(n:Measure)<-[r4:LEADS|ASSISTS]-(b)
  WHERE r3.scope = 'own'
    AND (r3.basis = 'explicit' OR $inferred) AND (r4.basis = 'explicit' OR $inferred)
  UNWIND measures AS m
  RETURN 2 AS steps, m, x.name AS via, n
}
WITH DISTINCT a, b, steps, m, via, n
// 举措按印出的次序。
OPTIONAL MATCH (m)<-[:HAS_TASK|HAS_MEASURE*1..2]-(s:Section)
OPTIONAL MATCH (above:Task)-[:HAS_MEASURE]->(m)
OPTIONAL MATCH (n)<-[:HAS_TASK|HAS_MEASURE*1..2]-(s2:Section)
OPTIONAL MATCH (above2:Task)-[:HAS_MEASURE]->(n)
RETURN a.name AS agency, b.name AS other_agency, steps, m.key AS measure_key, via,
       n.key AS via_measure_key
ORDER BY agency, other_agency, steps, m.document_key, coalesce(s.seq, 0), coalesce(above.seq, 0),
         m.seq, measure_key, via, n.document_key, coalesce(s2.seq, 0), coalesce(above2.seq, 0),
         n.seq, via_measure_key
