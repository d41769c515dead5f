"""The command line, including study sessions in the terminal."""
