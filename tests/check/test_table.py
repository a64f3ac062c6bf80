import re
from pathlib import Path

import msgspec
from hypothesis import given

from accordingto.check import RULES, check
from accordingto.records import Ledger
from tests.check.ledgers import people, report
from tests.report.made_up import ledgers

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "checks.md"


def test_codes_are_documented():
    """docs/checks.md lists each code with what a finding of it says, and no other."""
    rows = re.findall(r"^\| `(\w+)` \| (.*) \|$", DOCUMENT.read_text(encoding="utf-8"), re.MULTILINE)
    assert rows == [(rule.code, rule.says) for rule in RULES]


def test_codes_are_their_functions():
    """A code is the name of the function that finds it, and stands once."""
    assert [rule.code for rule in RULES] == [rule.find.__name__ for rule in RULES]
    assert len({rule.code for rule in RULES}) == len(RULES)


@given(ledgers())
def test_any_ledger_can_be_checked(made):
    """Whatever a ledger holds, its findings fit it, have known codes, quote their words, and come in text order."""
    found = check(made)
    again = msgspec.structs.replace(made, checks=found)
    assert Ledger.from_json(again.to_json()) == again
    assert {c.code for c in found} <= {rule.code for rule in RULES}
    assert all(" ".join(s.text.split()) in c.message for c in found if len(c.spans) < 6 for s in c.spans)
    starts = [c.spans[0].start for c in found]
    assert starts == sorted(starts)


@given(ledgers())
def test_findings_do_not_depend_on_findings(made):
    """Checks that a ledger holds already change nothing."""
    assert check(msgspec.structs.replace(made, checks=())) == check(made)


def test_a_ledger_without_figures_has_no_findings():
    """A text without figures and dates gives no finding."""
    assert check(report("The quay was closed on the day of the visit.")) == ()


def test_a_finding_names_its_words():
    """A finding quotes the words, and names spans and figures."""
    made = report("[12 people] died, including [15 children].", people(12, harm="killed"),
                  people(15, harm="killed", part_of="f1"))  # fmt: skip
    (found,) = [c for c in check(made) if c.code == "part_over_total"]
    assert found.message == "“15 children” reads as a part of “12 people”, but is larger."
    assert [s.text for s in found.spans] == ["12 people", "15 children"]
    assert found.figures == ("f1", "f2")
