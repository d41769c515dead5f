"""Sessions over chosen cards: custom study, and practice without an effect on the schedule."""
