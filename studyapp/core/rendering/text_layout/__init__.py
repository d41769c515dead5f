"""How text is set on a card: the number of lines, and where they may break."""
