"""The graph as files for other programs: graph programs, spreadsheets, Neo4j, calendars."""
