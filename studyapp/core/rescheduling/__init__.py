"""Setting due dates by hand."""
