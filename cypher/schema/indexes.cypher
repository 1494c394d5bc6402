// purpose: 按所属文件查找 · finding what belongs to a document

CREATE INDEX kg_index_document_document_key IF NOT EXISTS
FOR (n:Document) ON (n.document_key);

CREATE INDEX kg_index_issue_document_key IF NOT EXISTS
FOR (n:Issue) ON (n.document_key);

CREATE INDEX kg_index_measure_document_key IF NOT EXISTS
FOR (n:Measure) ON (n.document_key);

CREATE INDEX kg_index_section_document_key IF NOT EXISTS
FOR (n:Section) ON (n.document_key);

CREATE INDEX kg_index_target_document_key IF NOT EXISTS
FOR (n:Target) ON (n.document_key);

CREATE INDEX kg_index_task_document_key IF NOT EXISTS
FOR (n:Task) ON (n.document_key);
