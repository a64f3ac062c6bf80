"""Outside libraries that write to the console -> silent ones, without touching what a host program logs."""

from __future__ import annotations

import logging


def hush(*names: str) -> None:
    """Keep the loggers `names` from writing to standard error where the host program has set up no logging.

    Python's handler of last resort prints warnings of loggers that have no handler. A NullHandler stops that alone:
    handlers that the host program has set up still get every record.
    """
    for name in names:
        logger = logging.getLogger(name)
        if not any(isinstance(handler, logging.NullHandler) for handler in logger.handlers):
            logger.addHandler(logging.NullHandler())
