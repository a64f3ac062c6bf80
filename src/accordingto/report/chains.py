"""Through whom a statement or a figure has come: from the outlet, the nearest, to the innermost voice."""

from __future__ import annotations

from accordingto.records import Attribution, Figure, Ledger
from accordingto.report import wording
from accordingto.report.voices import Account

OUTLET = "the outlet"


class Chains:
    """The chains of voices of one ledger, each as names, the outlet first: `Northern Wire ← a ministry ← a doctor`."""

    def __init__(self, ledger: Ledger, account: Account) -> None:
        self.outlet = ledger.document.outlet or OUTLET
        self._account = account
        self._names = {source.id: source.name for source in ledger.sources}
        self._by_id = {a.id: a for a in ledger.attributions}

    def of_statement(self, attribution: Attribution) -> tuple[str, ...]:
        """The outlet, then who passes the statement on, then its own voice; a voice that follows itself stands once."""
        inwards: list[str] = []
        seen: set[str] = set()
        now: Attribution | None = attribution
        while now is not None and now.id not in seen:
            seen.add(now.id)
            inwards += [self._voice(now), *([self._names[now.to]] if now.to else [])]
            now = self._by_id.get(now.within) if now.within else None
        return self._outwards(inwards)

    def of_figure(self, figure: Figure) -> tuple[str, ...]:
        """The outlet, then who passes the figure on, then who it is from; the outlet alone for its own figure."""
        if figure.speaker:
            return self._outwards([self._names[figure.speaker], *(self._names[v] for v in figure.via)])
        attribution = self._by_id.get(figure.attribution) if figure.attribution else None
        return self.of_statement(attribution) if attribution else (self.outlet,)

    def _voice(self, attribution: Attribution) -> str:
        return wording.quoted_name(self._account.voices[self._account.voice_of[attribution.id]])

    def _outwards(self, inwards: list[str]) -> tuple[str, ...]:
        chain = [self.outlet]
        for name in reversed(inwards):
            if name.casefold() != chain[-1].casefold():
                chain.append(name)
        return tuple(chain)


def drawn(chain: tuple[str, ...]) -> str:
    """A chain in one line."""
    return " ← ".join(wording.one_line(name) for name in chain)
