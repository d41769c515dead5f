"""Scripts for the development of StudyApp."""
