"""Searching cards: SQL of queries, sort orders and the rows that a search shows."""
