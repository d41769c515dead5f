"""The document of a card: its images, and how it is typeset."""
