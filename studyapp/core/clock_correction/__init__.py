"""Wrong system clocks: finding entries with a wrong time and correcting it (ADR 17)."""
