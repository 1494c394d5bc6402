// purpose: Neo4j 存储自用的节点和全文索引 · the Neo4j store's own nodes and full text

CREATE CONSTRAINT kg_unique_kgstore_name IF NOT EXISTS
FOR (n:KgStore) REQUIRE n.name IS UNIQUE;

CREATE CONSTRAINT kg_unique_kggate_name IF NOT EXISTS
FOR (n:KgGate) REQUIRE n.name IS UNIQUE;

CREATE CONSTRAINT kg_unique_kgdocument_key IF NOT EXISTS
FOR (n:KgDocument) REQUIRE n.key IS UNIQUE;

CREATE INDEX kg_index_kgclaim_document_key IF NOT EXISTS
FOR (n:KgClaim) ON (n.document_key);

CREATE INDEX kg_index_kgclaim_id IF NOT EXISTS
FOR (n:KgClaim) ON (n.id);

CREATE INDEX kg_index_kgtext_document_key IF NOT EXISTS
FOR (n:KgText) ON (n.document_key);

CREATE INDEX kg_index_kgtext_key IF NOT EXISTS
FOR (n:KgText) ON (n.key);

CREATE FULLTEXT INDEX kg_text_grams IF NOT EXISTS FOR (n:KgText) ON EACH [n.grams]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}};
