"""Reported -> Publisher: who first published a report, by agency tag, byline, canonical address or outlet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from types import MappingProxyType
from urllib.parse import urlsplit

from accordingto.records import Reported

_AGENCY_NOTE = re.compile(r"agency: (.+)")
_CANONICAL_NOTE = re.compile(r"canonical(?: address| link)?: (\S+)")
_WORD_BREAK = re.compile(r"\s*(?:[/,;|(){}·–—-]|\band\b|\bwith\b|\bby\b|\bfrom\b)\s*", re.IGNORECASE)
_HOST = re.compile(r"^(?:www|m|mobile|amp|edition|en)\.")


@dataclass(frozen=True, slots=True)
class Publisher:
    """The publisher's key across reports, the name to show, and what shows it."""

    key: str
    name: str
    evidence: str


def publisher(reported: Reported) -> Publisher:
    """Who first published the report that a figure stands in.

    In this order: the agency of the dateline, an agency in the byline, an agency as outlet, a canonical address on
    another host, the outlet, the host of the address; a report that says none of them is a publisher of its own.
    """
    return _publisher(reported.document, reported.outlet, reported.author, reported.url, reported.notes)


@lru_cache(maxsize=65536)
def _publisher(
    document: str, outlet: str | None, author: str | None, url: str | None, notes: tuple[str, ...]
) -> Publisher:
    for note in notes:
        found = _AGENCY_NOTE.fullmatch(note)
        if found:
            return _agency(_agencies().get(found[1].casefold(), found[1]), f"dateline names {found[1]}")
    for where, words in (("byline", author), ("outlet", outlet)):
        for part in _WORD_BREAK.split(words or ""):
            if part.casefold() in _agencies():
                return _agency(_agencies()[part.casefold()], f"{where} names {part}")
    canonical = next((c[1] for note in notes if (c := _CANONICAL_NOTE.fullmatch(note))), None)
    if canonical and (host := _host(canonical)) and host != _host(url):
        return Publisher(f"host {host}", host, f"canonical address {canonical}")
    if outlet:
        return Publisher(f"outlet {outlet.casefold().removeprefix('the ')}", outlet, f"outlet {outlet}")
    if host := _host(url):
        return Publisher(f"host {host}", host, f"address {url}")
    return Publisher(f"report {document}", f"report {document[:12]}", "it does not say who published it")


def _agency(name: str, evidence: str) -> Publisher:
    return Publisher(f"outlet {name.casefold()}", name, evidence)


def _host(url: str | None) -> str | None:
    """The host of an address without `www.` and the like; None for none."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return _HOST.sub("", host) if host else None


@cache
def _agencies() -> MappingProxyType[str, str]:
    """Name of an agency, in lower case -> the name that it is filed under."""
    text = resources.files("accordingto.language.en").joinpath("agencies.txt").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return MappingProxyType({name.casefold(): filed for name, filed in rows})
