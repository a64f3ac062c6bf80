"""What the page says about each voice and each statement, in words."""

from __future__ import annotations

from typing import NamedTuple

from accordingto.records import Attribution, Ledger
from accordingto.report import wording
from accordingto.report.chains import Chains
from accordingto.report.voices import Account, depths, in_text_order

# Seven hues and four lines have no common divisor: 28 voices differ in hue or line, neighbours in both.
HUES = 7
LINES = 4


class PageVoice(NamedTuple):
    """A voice as the page lists it; `look` is its classes for hue and line, `share` is in per cent.

    `facts` is what is known of who it is, `note` why it could not be tied to a name. `worded` tells that its name is
    only the report's words for a source.
    """

    place: int
    name: str
    facts: tuple[str, ...]
    note: str | None
    worded: bool
    look: str
    statements: int
    share: float
    share_words: str


class Outer(NamedTuple):
    """A statement that another one stands within."""

    number: int
    name: str
    stance: str


class Statement(NamedTuple):
    """A statement with its number in text order, its voice's place, and what its card shows.

    `chain` is what it stands within, nearest first; `passed` the voices from the outlet to its own, where there are
    others between them.
    """

    number: int
    id: str
    attribution: Attribution
    voice: int
    name: str
    look: str
    depth: int
    to: str | None
    chain: tuple[Outer, ...]
    passed: tuple[str, ...]
    offsets: str
    confidence: str


def voices_of(account: Account) -> list[PageVoice]:
    """The voices, the largest share first; those alike in text order."""
    voices = [
        PageVoice(
            place=place,
            name=wording.quoted_name(voice),
            facts=tuple(wording.who_is(voice)),
            note=voice.note,
            worded=voice.named and not voice.known,
            look=look(account, place),
            statements=len(voice.attributions),
            share=100 * voice.share,
            share_words=wording.percent(voice.share),
        )
        for place, voice in enumerate(account.voices)
    ]
    return sorted(voices, key=lambda voice: -voice.share)


def statements_of(ledger: Ledger, account: Account, chains: Chains) -> list[Statement]:
    """The statements in text order, numbered from 1."""
    order = in_text_order(ledger.attributions)
    number = {a.id: place for place, a in enumerate(order, start=1)}
    by_id = {a.id: a for a in order}
    depth = depths(ledger.attributions)
    names = {source.id: source.name for source in ledger.sources}

    def name(a: Attribution) -> str:
        return wording.quoted_name(account.voices[account.voice_of[a.id]])

    statements = []
    for a in order:
        chain: list[Outer] = []
        inside = a.within
        while inside is not None and len(chain) < depth[a.id]:
            outer = by_id[inside]
            chain.append(Outer(number[outer.id], name(outer), outer.stance))
            inside = outer.within
        passed = chains.of_statement(a)
        statements.append(
            Statement(
                number=number[a.id],
                id=a.id,
                attribution=a,
                voice=account.voice_of[a.id],
                name=name(a),
                look=look(account, account.voice_of[a.id]),
                depth=depth[a.id],
                to=names.get(a.to) if a.to is not None else None,
                chain=tuple(chain),
                passed=passed if len(passed) > 2 else (),
                offsets=wording.offsets(a.content),
                confidence=f"{wording.confidence(a.confidence)} ({a.confidence:.2f})",
            )
        )
    return statements


def look(account: Account, place: int) -> str:
    """The classes that give a voice its hue and its line; nobody in particular is grey."""
    if not account.voices[place].named:
        return "hx lx"
    named_before = sum(voice.named for voice in account.voices[:place])
    return f"h{named_before % HUES} l{named_before % LINES}"
