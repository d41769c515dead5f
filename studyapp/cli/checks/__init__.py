"""What `studyapp doctor` checks around the collection."""
