"""What pages have in common that load their content in the background."""
