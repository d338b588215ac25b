// Sillage: see docs/ARCHITECTURE.md.
