"""The reasons that are given most often, for each kind of decision: one click gives one."""

from __future__ import annotations

_ACCEPT = ("The words say so", "Checked against the source that it names")
USUAL: dict[tuple[str, str], tuple[str, ...]] = {
    ("figure", "accept"): _ACCEPT,
    ("figure", "correct"): ("Misread by the program", "The report says it elsewhere", "By the rules of this desk"),
    ("figure", "reject"): (
        "No quantity: a name, date, age or address",
        "Not about people, money or things",
        "Twice in this report",
    ),
    ("statement", "accept"): _ACCEPT,
    ("statement", "correct"): ("Misread by the program", "The report says it elsewhere", "By the rules of this desk"),
    ("statement", "reject"): ("The outlet’s own words", "Nobody says this", "Twice in this report"),
    ("source", "merge"): ("The same name and role", "Another spelling of the name", "The initials of the name"),
    ("source", "split"): ("Two people of one name", "Two bodies of one name", "Joined by mistake"),
    ("contest", "accept"): ("They count the same",),
    ("contest", "reject"): ("They do not count the same",),
    ("contest", "join"): ("The same people, place and time",),
    ("contest", "part"): ("Other people", "Another place", "Another time", "Another way of counting"),
    ("report", "accept"): ("Read through, nothing is missing",),
    ("report", "reject"): ("Not a news report", "Not about this matter", "A copy of another report"),
    ("report", "add"): ("The program missed it",),
}
_ANY = {
    "grade": ("By the sources that report it", "By the rules of this desk"),
    "undo": ("Decided by mistake", "Talked over with the other reviewer", "The report has changed"),
}


def usual(kind: str, do: str) -> tuple[str, ...]:
    """The usual reasons for deciding so about such a target."""
    return USUAL.get((kind, do)) or _ANY.get(do, ())
