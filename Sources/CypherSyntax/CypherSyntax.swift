// CypherSyntax: see docs/ARCHITECTURE.md.
