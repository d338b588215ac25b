// GraphFiles: see docs/ARCHITECTURE.md.
