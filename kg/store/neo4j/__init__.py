"""A store in a Neo4j database: for those who share the graph, or outgrow one machine."""

from kg.store.neo4j.store import Neo4jStore, open_database

__all__ = ["Neo4jStore", "open_database"]
