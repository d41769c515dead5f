"""Painting of maps: where nodes and edges are, how they look, moving between them, and pictures in files."""
