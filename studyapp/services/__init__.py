"""Application services: the program's use cases, called by the window and the command line."""
