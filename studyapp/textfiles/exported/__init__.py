"""Notes as StudyApp writes them to tables and Markdown pages, and reads them again."""
