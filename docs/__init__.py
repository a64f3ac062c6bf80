"""package -> docs/cli.md, README.md

The parts of the documentation that the program itself can say.
"""
