"""The neutral model of an imported package, and what an import cannot carry over."""
