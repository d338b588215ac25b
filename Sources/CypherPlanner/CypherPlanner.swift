// CypherPlanner: see docs/ARCHITECTURE.md.
