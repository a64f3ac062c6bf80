"""docs/register.md says what the register and the checks have."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from accordingto.check import record
from accordingto.register import register
from accordingto.register.rows import Row

PAGE = (Path(__file__).parents[2] / "docs" / "register.md").read_text(encoding="utf-8")


def test_every_field_of_a_row_is_told():
    """The page names every field of a row, and no other."""
    table = PAGE.partition("| field |")[2].partition("\n\n")[0]
    names = {n for cell in re.findall(r"^\| (`.*?`) \|", table, re.MULTILINE) for n in re.findall(r"`(\w+)`", cell)}
    assert names | {"point", "low", "high"} == set(Row.__struct_fields__)


def test_every_code_is_told():
    """The page has the codes that the module has, no more and no fewer."""
    told = re.findall(r"^\| `(\w+)` \| ", PAGE.partition("| code |")[2], re.MULTILINE)
    listed = [c for line in (record.__doc__ or "").splitlines() if line.startswith("| `")
              for c in re.findall(r"`(\w+)`", line.split("|")[1])]  # fmt: skip
    assert told == listed


def test_the_example_file_is_valid(tmp_path):
    """The page's examples are a file that is read."""
    blocks = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    file = tmp_path / "own.toml"
    file.write_text("\n".join(blocks))
    assert tomllib.loads(file.read_text())
    assert register([file], environment=False)["VE1"].point == 4_600


@pytest.mark.parametrize("status", ["verified", "secondary", "unverified"])
def test_every_status_is_told(status):
    """The page says what each status means, and the shipped rows have all three."""
    assert f"| `{status}` |" in PAGE
    assert any(r.status == status for r in register(environment=False).rows)
