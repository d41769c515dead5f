"""Programs for those who work on StudyApp."""
