// purpose: Neo4j 存储的全文索引，最后标明数据库归本程序 · full text of the Neo4j store, then its mark

CREATE FULLTEXT INDEX kg_text IF NOT EXISTS
FOR (n:Agency|Document|Industry|Instrument|Measure|Programme|Region|Section|Task)
ON EACH [n.doc_no, n.issuer, n.lines, n.list_title, n.name, n.remark, n.text, n.title]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-no-stop-words'}};

CREATE INDEX kg_store_2_2 IF NOT EXISTS
FOR (n:Document) ON (n.digest);
