"""Notes in tables and Markdown pages that StudyApp exports: writing and reading them."""
