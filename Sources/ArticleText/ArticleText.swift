// ArticleText: see docs/ARCHITECTURE.md.
