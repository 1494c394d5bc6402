// purpose: 写入以起点区分的关系，先写没有起点的 · writing edges told apart by their start, after those without
// params: $rows，一批行（至多 2,000）· a batch of rows (2,000 at most): {src, dst, start, props}

UNWIND $rows AS row
MATCH (s:Measure {key: row.src})
MATCH (d:Deadline {key: row.dst})
MERGE (s)-[r:DUE {start: row.start}]->(d)
SET r = row.props
RETURN count(*) AS written;

UNWIND $rows AS row
MATCH (s:Measure {key: row.src})
MATCH (d:Industry {key: row.dst})
MERGE (s)-[r:CONCERNS {start: row.start}]->(d)
SET r = row.props
RETURN count(*) AS written;

UNWIND $rows AS row
MATCH (s:Measure {key: row.src})
MATCH (d:Instrument {key: row.dst})
MERGE (s)-[r:CITES {start: row.start}]->(d)
SET r = row.props
RETURN count(*) AS written;

UNWIND $rows AS row
MATCH (s:Measure {key: row.src})
MATCH (d:Programme {key: row.dst})
MERGE (s)-[r:MENTIONS {start: row.start}]->(d)
SET r = row.props
RETURN count(*) AS written;

UNWIND $rows AS row
MATCH (s:Measure {key: row.src})
MATCH (d:Agency {key: row.dst})
MERGE (s)-[r:MENTIONS {start: row.start}]->(d)
SET r = row.props
RETURN count(*) AS written;

UNWIND $rows AS row
MATCH (s:Measure {key: row.src})
MATCH (d:Region {key: row.dst})
MERGE (s)-[r:MENTIONS {start: row.start}]->(d)
SET r = row.props
RETURN count(*) AS written;

UNWIND $rows AS row
MATCH (s:Measure {key: row.src})
MATCH (d:Target {key: row.dst})
MERGE (s)-[r:HAS_TARGET {start: row.start}]->(d)
SET r = row.props
RETURN count(*) AS written;
