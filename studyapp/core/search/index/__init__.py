"""What the index stores of a note: its texts without markup, folded, and the tokens by which they are found."""
