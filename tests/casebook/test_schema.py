"""The tables: what the migrations make is what the program uses, in both databases."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, insert, select, text

import accordingto.casebook
from accordingto.casebook import Casebook
from accordingto.casebook.schema import CONTENT, ENTRY, HEAD, METADATA
from accordingto.errors import CasebookError, MissingExtra, NoCasebook


def test_head_is_the_newest_migration():
    """The program knows the newest migration without loading them."""
    config = Config()
    config.set_main_option("script_location", str(Path(accordingto.casebook.__file__).with_name("migrations")))
    assert ScriptDirectory.from_config(config).get_current_head() == HEAD


def ours(_object, name, type_, _reflected, _compare_to):
    """The full text's own tables and index are made by each database's own words."""
    return not (name or "").startswith("statement_text")


def test_the_migrations_make_the_tables(casebook):
    """Between the migrated tables and those that the program names there is no difference."""
    with casebook._engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": ours, "compare_type": False})
        assert compare_metadata(context, METADATA) == []


def test_a_casebook_of_an_older_program(full, databases):
    """The entries of a casebook with older tables are looked up as in a new one, after it was opened once."""
    where = databases.copy("older")
    address = where if "://" in where else f"sqlite:///{where}"
    with full._engine.connect() as connection, create_engine(address).begin() as old:
        for table in (ENTRY, CONTENT):
            for row in connection.execute(select(table).order_by(*table.primary_key)).mappings():
                old.execute(insert(table).values(**row))
    with Casebook.open(where, make=False) as casebook:
        assert casebook.verify().faults == ()
        assert casebook.figures_page().items == full.figures_page().items
        assert casebook.facets() == full.facets()


def test_a_casebook_of_a_newer_program(casebook, where):
    """A casebook with tables of a newer program is refused, not harmed."""
    with casebook._engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(NoCasebook, match="newer accordingto"):
        Casebook.open(where)


def test_opening_twice_changes_nothing(where):
    """A casebook that is there is opened as it is."""
    with Casebook.open(where) as one:
        before = one.verify()
    with Casebook.open(where, make=False) as again:
        assert again.verify() == before


@pytest.mark.parametrize("address", ["mysql://x/y", "sqlite://", "postgresql+psycopg://host:port/x"])
def test_addresses_of_no_casebook(address):
    """Other databases, and what is no address, are refused with the way to write one."""
    with pytest.raises(NoCasebook, match="postgresql"):
        Casebook.open(address)


def test_postgresql_without_its_library(monkeypatch):
    """Where the extra is missing, the error says how to get it."""
    monkeypatch.setitem(__import__("sys").modules, "psycopg", None)
    with pytest.raises(MissingExtra, match=r"accordingto\[postgres\]"):
        Casebook.open("postgresql+psycopg://nobody@/none")


def test_a_password_is_never_told():
    """An error about a casebook in PostgreSQL shows its address without the password."""
    pytest.importorskip("psycopg")
    with pytest.raises(CasebookError, match="check address and server") as raised:
        Casebook.open("postgresql+psycopg://user:secret-word@127.0.0.1:9/none")
    assert "secret-word" not in str(raised.value)
