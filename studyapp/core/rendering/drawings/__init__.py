"""Pictures of trees: layout and SVG, and drawings as text."""
