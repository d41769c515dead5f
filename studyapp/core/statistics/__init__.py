"""What the journal says about how well and how much was learned."""
