// EntityLinking: see docs/ARCHITECTURE.md.
