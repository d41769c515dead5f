"""Plans for an exam: how many new cards a day, and what share of the cards will be recalled."""
