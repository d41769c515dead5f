"""Study options and the study clock."""
