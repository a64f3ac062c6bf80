"""The addresses of what a casebook holds, by its ids."""

from __future__ import annotations

from accordingto.casebook import VoiceRow


def voice_href(voice: VoiceRow) -> str:
    """The page of a voice."""
    return f"/voices/{voice.id.removeprefix('source:')}"


def figure_href(id_: str) -> str:
    """A figure in its report, with its panel.

    >>> figure_href("1f3c0a7b2d4e5f60/f2")
    '/reports/1f3c0a7b2d4e5f60/figure/f2'
    """
    document, _, own = id_.partition("/")
    return f"/reports/{document}/figure/{own}"


def statement_href(id_: str) -> str:
    """A statement (`<16 digits>/a2`) in its report, with its panel."""
    document, _, own = id_.partition("/")
    return f"/reports/{document}/statement/{own}"
