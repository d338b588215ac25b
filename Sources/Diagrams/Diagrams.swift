// Diagrams: see docs/ARCHITECTURE.md.
