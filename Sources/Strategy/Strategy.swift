// Strategy: see docs/ARCHITECTURE.md.
