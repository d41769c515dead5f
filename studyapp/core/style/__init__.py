"""How well a card is written, as far as that can be counted: one fact, one answer, no puzzle about the asking."""
