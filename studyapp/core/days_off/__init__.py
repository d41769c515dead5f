"""Days off that are known ahead: what they cost, and on which other days their cards could be reviewed."""
