"""Playing the sounds of cards: checking and decoding files, the sound device, and the player."""
