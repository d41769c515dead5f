"""One module per benchmark. `measure` measures StudyApp and its reference alternately, on the same data."""
