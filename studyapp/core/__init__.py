"""The pure core: values and decisions without Qt, files, SQL, the clock or randomness."""
