// ResultFormats: see docs/ARCHITECTURE.md.
