"""Start the program: python -m livermets_desktop."""

import sys

from livermets_desktop.cli import main

if __name__ == "__main__":
    sys.exit(main())
