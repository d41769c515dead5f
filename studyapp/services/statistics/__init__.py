"""Statistics: keeping what they need, and computing them."""
