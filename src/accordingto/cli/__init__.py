"""Arguments -> exit code

The command line: one file per command, and one place where errors become a line and a number.
"""

from accordingto.cli.main import main

__all__ = ["main"]
