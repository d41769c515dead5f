"""Simulating the work of the coming days, and planning a day by minutes."""
