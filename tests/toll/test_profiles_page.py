"""docs/profiles.md says of every profile what its file says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from accordingto.records import Toll
from accordingto.toll import profiles

PAGE = (Path(__file__).parents[2] / "docs" / "profiles.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("profile", profiles().values(), ids=lambda p: p.id)
def test_every_rule_stands_in_the_page(profile):
    """The page has each profile's version, and exactly its rules with text, citation and evidence."""
    section = PAGE.partition(f"### {profile.title}: `{profile.name}`\n")[2].partition("\n##")[0]
    rows = re.findall(r"^\| `(\w+)` \| (.*) \| (.*) \| (\w+) \|$", section, re.MULTILINE)
    assert rows == [(r.id, r.text, r.citation, r.evidence) for r in profile.rules]


def test_every_field_of_a_toll_is_named():
    """The page names the fields of a toll, in order."""
    assert f"`{{{', '.join(Toll.__struct_fields__)}}}`" in PAGE
