"""`vankien` with what is given; two lines at the end: the memory of it, of its largest worker.

python benchmarks/command.py build FOLDER ...
"""

from __future__ import annotations

import sys

from generator.cli import main
from memory import peak, peak_of_children

if __name__ == "__main__":
    code: object = 0
    try:
        main(sys.argv[1:])
    except SystemExit as end:
        code = end.code
    print(peak())
    print(peak_of_children())
    sys.exit(bool(code))
