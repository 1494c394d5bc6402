// purpose: 每个标签的键唯一 · keys are unique, label by label

CREATE CONSTRAINT kg_unique_agency_key IF NOT EXISTS
FOR (n:Agency) REQUIRE n.key IS UNIQUE;

CREATE CONSTRAINT kg_unique_deadline_key IF NOT EXISTS
FOR (n:Deadline) REQUIRE n.key IS UNIQUE;

CREATE CONSTRAINT kg_unique_document_key IF NOT EXISTS
FOR (n:Document) REQUIRE n.key IS UNIQUE;

CREATE CONSTRAINT kg_unique_industry_key IF NOT EXISTS
FOR (n:Industry) REQUIRE n.key IS UNIQUE;

CREATE CONSTRAINT kg_unique_instrument_key IF NOT EXISTS
FOR (n:Instrument) REQUIRE n.key IS UNIQUE;

CREATE CONSTRAINT kg_unique_issue_key IF NOT EXISTS
FOR (n:Issue) REQUIRE n.key IS UNIQUE;

CREATE CONSTRAINT kg_unique_measure_key IF NOT EXISTS
FOR (n:Measure) REQUIRE n.key IS UNIQUE;

CREATE CONSTRAINT kg_unique_programme_key IF NOT EXISTS
FOR (n:Programme) REQUIRE n.key IS UNIQUE;

CREATE CONSTRAINT kg_unique_region_key IF NOT EXISTS
FOR (n:Region) REQUIRE n.key IS UNIQUE;

CREATE CONSTRAINT kg_unique_section_key IF NOT EXISTS
FOR (n:Section) REQUIRE n.key IS UNIQUE;

CREATE CONSTRAINT kg_unique_target_key IF NOT EXISTS
FOR (n:Target) REQUIRE n.key IS UNIQUE;

CREATE CONSTRAINT kg_unique_task_key IF NOT EXISTS
FOR (n:Task) REQUIRE n.key IS UNIQUE;
