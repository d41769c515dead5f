"""Entry point of `python -m studyapp`."""

import sys

from studyapp.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
