"""Plots: their data, and how they are painted, read aloud and exported."""
