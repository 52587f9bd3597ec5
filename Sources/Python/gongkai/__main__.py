"""The program itself, as the command ``gongkai`` of a Python environment."""

import os
import sys

from ._errors import Error
from ._program import program


def main() -> None:
    try:
        path = program()
    except Error as error:
        sys.exit(f"gongkai: {error}")
    os.execv(path, [path, *sys.argv[1:]])


if __name__ == "__main__":
    main()
