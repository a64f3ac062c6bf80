"""Verifying: whatever is changed in a casebook is seen, and named."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from accordingto.casebook import Casebook
from accordingto.casebook.chain import FIRST, link


def unguarded(casebook, statement):
    """Run a statement as somebody would who takes the guards away first."""
    with casebook._engine.begin() as connection:
        if connection.dialect.name == "sqlite":
            guards = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).scalars().all()
            for name in guards:
                if not name.startswith("statement_text"):
                    connection.execute(text(f"DROP TRIGGER {name}"))
        else:
            connection.execute(text("SET session_replication_role = replica"))
        connection.execute(text(statement))
        if connection.dialect.name == "postgresql":
            connection.execute(text("SET session_replication_role = DEFAULT"))


def first_fault(casebook):
    return casebook.verify().faults[0]


def test_a_casebook_as_it_was_written(full):
    """Nothing is wrong, and the last hash is told."""
    verdict = full.verify()
    assert verdict.faults == ()
    assert verdict.entries == 13
    assert len(verdict.head) == 64


def test_an_empty_casebook(casebook):
    """A casebook without entries verifies."""
    verdict = casebook.verify()
    assert (verdict.entries, verdict.head, verdict.faults) == (0, FIRST, ())


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entry SET by = 'x'",
        "DELETE FROM entry WHERE number = 3",
        "UPDATE content SET size = 1",
        "DELETE FROM content",
    ],
)
def test_the_database_forbids_changes(full, statement):
    """Evidence can be neither changed nor taken away by SQL."""
    with pytest.raises(DatabaseError, match="never changed"), full._engine.begin() as connection:
        connection.execute(text(statement))
    assert full.verify().faults == ()


def test_sqlite_forbids_replacing(full):
    """`INSERT OR REPLACE`, which asks no trigger for deletions, is refused, too."""
    if full._engine.dialect.name != "sqlite":
        pytest.skip("PostgreSQL has no such statement")
    with pytest.raises(DatabaseError, match="never changed"), full._engine.begin() as connection:
        connection.execute(text("INSERT OR REPLACE INTO content SELECT sha256, 1, data FROM content"))
    with pytest.raises(DatabaseError, match="never changed"), full._engine.begin() as connection:
        connection.execute(
            text(
                "INSERT OR REPLACE INTO entry SELECT number, kind, at, 'x', why, payload, payload_sha256, before, hash "
                "FROM entry WHERE number = 2"
            )
        )


def test_postgresql_forbids_truncating(full):
    """`TRUNCATE` is refused."""
    if full._engine.dialect.name != "postgresql":
        pytest.skip("SQLite has no such statement")
    with pytest.raises(DatabaseError, match="never changed"), full._engine.begin() as connection:
        connection.execute(text("TRUNCATE entry"))


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE entry SET by = 'somebody' WHERE number = 3", "entry 3: its number, kind, time, person or reason"),
        ("UPDATE entry SET why = 'x' WHERE number = 5", "entry 5: its number, kind, time, person or reason"),
        ("UPDATE entry SET payload = '{}' WHERE number = 4", "entry 4: its payload is not what its hash says"),
        ("DELETE FROM entry WHERE number = 3", "entry 3 is missing"),
        ("UPDATE entry SET before = 'x' WHERE number = 2", "entry 2: it does not hold the hash of the entry before"),
    ],
)
def test_a_broken_link_is_named(full, statement, said):
    """The first fault is the first entry that is not as it was written, and what is wrong with it."""
    unguarded(full, statement)
    assert first_fault(full).message.startswith(said)


def test_a_rewritten_entry_breaks_the_next(full):
    """Who changes an entry and its hashes, too, is found out at the entry behind it."""
    with full._engine.connect() as connection:
        row = connection.execute(text("SELECT * FROM entry WHERE number = 3")).mappings().one()
    forged = link(number=3, kind=row["kind"], at=row["at"], by="x", why=None, payload={}, before=row["before"])
    unguarded(
        full,
        f"UPDATE entry SET by = 'x', payload = '{{}}', payload_sha256 = '{forged.payload_sha256}', "
        f"hash = '{forged.hash}' WHERE number = 3",
    )
    messages = [f.message for f in full.verify().faults]
    assert any(m.startswith("entry 4: it does not hold the hash of the entry before it") for m in messages)


@pytest.mark.parametrize("which", ["min(sha256)", "max(sha256)"])
def test_a_changed_content_is_named(full, which):
    """Raw bytes or a ledger that were changed are named by the entry that led to them."""
    value = "x'00'" if full._engine.dialect.name == "sqlite" else "'\\x00'::bytea"
    unguarded(full, f"UPDATE content SET data = {value} WHERE sha256 = (SELECT {which} FROM content)")
    assert "that it names has been changed" in first_fault(full).message


def test_a_lost_content_is_named(full):
    """Bytes that were taken away are missed."""
    unguarded(full, "DELETE FROM content WHERE sha256 = (SELECT min(sha256) FROM content)")
    assert "that it names is missing" in first_fault(full).message


def test_entries_cut_off_at_the_end(full):
    """Where the last entry was cut off the chain is whole, and only its hash, kept elsewhere, tells."""
    head = full.verify().head
    unguarded(full, "DELETE FROM entry WHERE number = 13")
    full.rebuild()
    assert full.verify().faults == ()
    assert "were cut off" in full.verify(expect=head).faults[0].message


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE figure SET low = 7 WHERE number = (SELECT min(number) FROM figure)",
        "DELETE FROM statement WHERE number = (SELECT max(number) FROM statement)",
        "UPDATE source SET voice = 1",
        "DELETE FROM voice_word WHERE word = 'marant'",
        "UPDATE report SET outdated = NOT outdated",
        "DELETE FROM decision",
    ],
)
def test_a_changed_look_up_table_is_named_and_made_anew(full, statement):
    """What is found must be what the entries say; where it is not, `rebuild` mends it."""
    with full._engine.begin() as connection:
        assert connection.execute(text(statement)).rowcount > 0
    fault = first_fault(full)
    assert fault.entry is None
    assert "--rebuild" in fault.message
    full.rebuild()
    assert full.verify().faults == ()


def test_both_databases_have_the_same_look_up_tables(sqlite, full):
    """The rows made from the entries do not depend on the database: a casebook in SQLite has the same."""
    with Casebook.open(sqlite.copy("full")) as other:
        for casebook in (full, other):
            assert [one.id for one in casebook.figures(rejected=True)] != [one.id for one in casebook.figures()]
        assert list(full.figures()) == list(other.figures())
        assert list(full.statements()) == list(other.statements())
        assert list(full.sources()) == list(other.sources())
