"""The part of a deck's own styles that cards show: colors, sizes and alignment, each within readable limits."""
