"""A request whose JSON cannot bring the server down."""

from __future__ import annotations

from typing import Any

from litestar.exceptions import ClientException
from litestar.plugins.htmx import HTMXRequest


class Asking(HTMXRequest):
    """A request as the plugin for HTMX has it, but that what is nested too deeply is a mistake in what was sent."""

    async def json(self) -> Any:  # noqa: ANN401  whatever was sent
        """What the body holds."""
        try:
            return await super().json()
        except RecursionError:
            raise ClientException("The JSON is nested too deeply: send it flatter.") from None
