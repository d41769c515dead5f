"""Study options: their values, and how each one is stored and shown."""
