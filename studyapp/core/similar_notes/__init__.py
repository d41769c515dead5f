"""Finding the notes that a learner may confuse with a note: their texts are similar, or consist of characters that look alike."""
