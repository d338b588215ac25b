// CypherEngine: see docs/ARCHITECTURE.md.
