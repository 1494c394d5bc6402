// purpose: 写入节点 · writing nodes
// params: $rows，一批行（至多 2,000）· a batch of rows (2,000 at most): {key, props}

UNWIND $rows AS row
MERGE (n:Document {key: row.key})
SET n = row.props
RETURN count(*) AS written;

UNWIND $rows AS row
MERGE (n:Section {key: row.key})
SET n = row.props
RETURN count(*) AS written;

UNWIND $rows AS row
MERGE (n:Task {key: row.key})
SET n = row.props
RETURN count(*) AS written;

UNWIND $rows AS row
MERGE (n:Measure {key: row.key})
SET n = row.props
RETURN count(*) AS written;

UNWIND $rows AS row
MERGE (n:Agency {key: row.key})
SET n = row.props
RETURN count(*) AS written;

UNWIND $rows AS row
MERGE (n:Deadline {key: row.key})
SET n = row.props
RETURN count(*) AS written;

UNWIND $rows AS row
MERGE (n:Industry {key: row.key})
SET n = row.props
RETURN count(*) AS written;

UNWIND $rows AS row
MERGE (n:Region {key: row.key})
SET n = row.props
RETURN count(*) AS written;

UNWIND $rows AS row
MERGE (n:Instrument {key: row.key})
SET n = row.props
RETURN count(*) AS written;

UNWIND $rows AS row
MERGE (n:Programme {key: row.key})
SET n = row.props
RETURN count(*) AS written;

UNWIND $rows AS row
MERGE (n:Target {key: row.key})
SET n = row.props
RETURN count(*) AS written;

UNWIND $rows AS row
MERGE (n:Issue {key: row.key})
SET n = row.props
RETURN count(*) AS written;
