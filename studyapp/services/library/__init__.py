"""The library: deck files and folders."""
