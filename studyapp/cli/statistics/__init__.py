"""The figures of `studyapp stats` as JSON and as text."""
