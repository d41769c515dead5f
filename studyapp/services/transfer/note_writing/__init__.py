"""Writing notes from Anki to deck files, with their media and note types."""
