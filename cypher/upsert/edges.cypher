// purpose: 写入关系，先写节点 · writing edges, after the nodes
// params: $rows，一批行（至多 2,000）· a batch of rows (2,000 at most): {src, dst, props}

UNWIND $rows AS row
MATCH (s:Document {key: row.src})
MATCH (d:Section {key: row.dst})
MERGE (s)-[r:HAS_SECTION]->(d)
SET r = row.props
RETURN count(*) AS written;

UNWIND $rows AS row
MATCH (s:Document {key: row.src})
MATCH (d:Task {key: row.dst})
MERGE (s)-[r:HAS_TASK]->(d)
SET r = row.props
RETURN count(*) AS written;

UNWIND $rows AS row
MATCH (s:Section {key: row.src})
MATCH (d:Task {key: row.dst})
MERGE (s)-[r:HAS_TASK]->(d)
SET r = row.props
RETURN count(*) AS written;

UNWIND $rows AS row
MATCH (s:Document {key: row.src})
MATCH (d:Measure {key: row.dst})
MERGE (s)-[r:HAS_MEASURE]->(d)
SET r = row.props
RETURN count(*) AS written;

UNWIND $rows AS row
MATCH (s:Section {key: row.src})
MATCH (d:Measure {key: row.dst})
MERGE (s)-[r:HAS_MEASURE]->(d)
SET r = row.props
RETURN count(*) AS written;

UNWIND $rows AS row
MATCH (s:Task {key: row.src})
MATCH (d:Measure {key: row.dst})
MERGE (s)-[r:HAS_MEASURE]->(d)
SET r = row.props
RETURN count(*) AS written;

UNWIND $rows AS row
MATCH (s:Agency {key: row.src})
MATCH (d:Measure {key: row.dst})
MERGE (s)-[r:LEADS]->(d)
SET r = row.props
RETURN count(*) AS written;

UNWIND $rows AS row
MATCH (s:Agency {key: row.src})
MATCH (d:Measure {key: row.dst})
MERGE (s)-[r:ASSISTS]->(d)
SET r = row.props
RETURN count(*) AS written;

UNWIND $rows AS row
MATCH (s:Measure {key: row.src})
MATCH (d:Deadline {key: row.dst})
MERGE (s)-[r:DUE]->(d)
SET r = row.props
RETURN count(*) AS written;

UNWIND $rows AS row
MATCH (s:Measure {key: row.src})
MATCH (d:Industry {key: row.dst})
MERGE (s)-[r:CONCERNS]->(d)
SET r = row.props
RETURN count(*) AS written;

UNWIND $rows AS row
MATCH (s:Measure {key: row.src})
MATCH (d:Instrument {key: row.dst})
MERGE (s)-[r:CITES]->(d)
SET r = row.props
RETURN count(*) AS written;

UNWIND $rows AS row
MATCH (s:Measure {key: row.src})
MATCH (d:Programme {key: row.dst})
MERGE (s)-[r:MENTIONS]->(d)
SET r = row.props
RETURN count(*) AS written;

UNWIND $rows AS row
MATCH (s:Measure {key: row.src})
MATCH (d:Agency {key: row.dst})
MERGE (s)-[r:MENTIONS]->(d)
SET r = row.props
RETURN count(*) AS written;

UNWIND $rows AS row
MATCH (s:Measure {key: row.src})
MATCH (d:Region {key: row.dst})
MERGE (s)-[r:MENTIONS]->(d)
SET r = row.props
RETURN count(*) AS written;

UNWIND $rows AS row
MATCH (s:Measure {key: row.src})
MATCH (d:Target {key: row.dst})
MERGE (s)-[r:HAS_TARGET]->(d)
SET r = row.props
RETURN count(*) AS written;

UNWIND $rows AS row
MATCH (s:Document {key: row.src})
MATCH (d:Document {key: row.dst})
MERGE (s)-[r:COMPARED_WITH]->(d)
SET r = row.props
RETURN count(*) AS written;

UNWIND $rows AS row
MATCH (s:Measure {key: row.src})
MATCH (d:Measure {key: row.dst})
MERGE (s)-[r:ALIGNS_WITH]->(d)
SET r = row.props
RETURN count(*) AS written;

UNWIND $rows AS row
MATCH (s:Task {key: row.src})
MATCH (d:Task {key: row.dst})
MERGE (s)-[r:ALIGNS_WITH]->(d)
SET r = row.props
RETURN count(*) AS written;

UNWIND $rows AS row
MATCH (s:Document {key: row.src})
MATCH (d:Task {key: row.dst})
MERGE (s)-[r:EXEMPT_FROM]->(d)
SET r = row.props
RETURN count(*) AS written;

UNWIND $rows AS row
MATCH (s:Document {key: row.src})
MATCH (d:Measure {key: row.dst})
MERGE (s)-[r:EXEMPT_FROM]->(d)
SET r = row.props
RETURN count(*) AS written;

UNWIND $rows AS row
MATCH (s:Agency {key: row.src})
MATCH (d:Agency {key: row.dst})
MERGE (s)-[r:PART_OF]->(d)
SET r = row.props
RETURN count(*) AS written;

UNWIND $rows AS row
MATCH (s:Region {key: row.src})
MATCH (d:Region {key: row.dst})
MERGE (s)-[r:PART_OF]->(d)
SET r = row.props
RETURN count(*) AS written;

UNWIND $rows AS row
MATCH (s:Agency {key: row.src})
MATCH (d:Agency {key: row.dst})
MERGE (s)-[r:MEMBER_OF]->(d)
SET r = row.props
RETURN count(*) AS written;

UNWIND $rows AS row
MATCH (s:Agency {key: row.src})
MATCH (d:Agency {key: row.dst})
MERGE (s)-[r:COUNTERPART_OF]->(d)
SET r = row.props
RETURN count(*) AS written;

UNWIND $rows AS row
MATCH (s:Document {key: row.src})
MATCH (d:Agency {key: row.dst})
MERGE (s)-[r:ISSUED_BY]->(d)
SET r = row.props
RETURN count(*) AS written;

UNWIND $rows AS row
MATCH (s:Document {key: row.src})
MATCH (d:Instrument {key: row.dst})
MERGE (s)-[r:DERIVES_FROM]->(d)
SET r = row.props
RETURN count(*) AS written;

UNWIND $rows AS row
MATCH (s:Document {key: row.src})
MATCH (d:Document {key: row.dst})
MERGE (s)-[r:DERIVES_FROM]->(d)
SET r = row.props
RETURN count(*) AS written;

UNWIND $rows AS row
MATCH (s:Agency {key: row.src})
MATCH (d:Issue {key: row.dst})
MERGE (s)-[r:HAS_ISSUE]->(d)
SET r = row.props
RETURN count(*) AS written;

UNWIND $rows AS row
MATCH (s:Deadline {key: row.src})
MATCH (d:Issue {key: row.dst})
MERGE (s)-[r:HAS_ISSUE]->(d)
SET r = row.props
RETURN count(*) AS written;

UNWIND $rows AS row
MATCH (s:Document {key: row.src})
MATCH (d:Issue {key: row.dst})
MERGE (s)-[r:HAS_ISSUE]->(d)
SET r = row.props
RETURN count(*) AS written;

UNWIND $rows AS row
MATCH (s:Industry {key: row.src})
MATCH (d:Issue {key: row.dst})
MERGE (s)-[r:HAS_ISSUE]->(d)
SET r = row.props
RETURN count(*) AS written;

UNWIND $rows AS row
MATCH (s:Instrument {key: row.src})
MATCH (d:Issue {key: row.dst})
MERGE (s)-[r:HAS_ISSUE]->(d)
SET r = row.props
RETURN count(*) AS written;

UNWIND $rows AS row
MATCH (s:Issue {key: row.src})
MATCH (d:Issue {key: row.dst})
MERGE (s)-[r:HAS_ISSUE]->(d)
SET r = row.props
RETURN count(*) AS written;

UNWIND $rows AS row
MATCH (s:Measure {key: row.src})
MATCH (d:Issue {key: row.dst})
MERGE (s)-[r:HAS_ISSUE]->(d)
SET r = row.props
RETURN count(*) AS written;

UNWIND $rows AS row
MATCH (s:Programme {key: row.src})
MATCH (d:Issue {key: row.dst})
MERGE (s)-[r:HAS_ISSUE]->(d)
SET r = row.props
RETURN count(*) AS written;

UNWIND $rows AS row
MATCH (s:Region {key: row.src})
MATCH (d:Issue {key: row.dst})
MERGE (s)-[r:HAS_ISSUE]->(d)
SET r = row.props
RETURN count(*) AS written;

UNWIND $rows AS row
MATCH (s:Section {key: row.src})
MATCH (d:Issue {key: row.dst})
MERGE (s)-[r:HAS_ISSUE]->(d)
SET r = row.props
RETURN count(*) AS written;

UNWIND $rows AS row
MATCH (s:Target {key: row.src})
MATCH (d:Issue {key: row.dst})
MERGE (s)-[r:HAS_ISSUE]->(d)
SET r = row.props
RETURN count(*) AS written;

UNWIND $rows AS row
MATCH (s:Task {key: row.src})
MATCH (d:Issue {key: row.dst})
MERGE (s)-[r:HAS_ISSUE]->(d)
SET r = row.props
RETURN count(*) AS written;
