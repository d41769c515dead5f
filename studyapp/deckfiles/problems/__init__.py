"""Problems in deck files: their kinds, texts and positions."""
