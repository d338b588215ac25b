// SQLiteGraph: see docs/ARCHITECTURE.md.
