// purpose: 全文索引，以及归本程序所有的标记 · full text, and the mark of our own

CREATE FULLTEXT INDEX kg_text IF NOT EXISTS
FOR (n:Agency|Document|Industry|Instrument|Measure|Programme|Region|Section|Task)
ON EACH [n.doc_no, n.issuer, n.lines, n.list_title, n.name, n.remark, n.text, n.title]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-no-stop-words'}};

CREATE INDEX kg_store_2_2 IF NOT EXISTS
FOR (n:Document) ON (n.digest);
