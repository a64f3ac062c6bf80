"""A path or an address -> the database of a casebook, with its tables made or brought up to date.

SQLite is used in its write-ahead mode with every commit on the disk before it returns: a program that is killed loses
what it had not committed and nothing else. Each writing transaction is the only one.
"""

from __future__ import annotations

import contextlib
import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, Table, create_engine, event, inspect, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, OperationalError

from accordingto.casebook.schema import HEAD, METADATA
from accordingto.errors import CasebookBusy, CasebookError, MissingExtra, NoCasebook

if TYPE_CHECKING:
    from sqlalchemy.engine.interfaces import DBAPIConnection
    from sqlalchemy.pool import ConnectionPoolEntry

_ADDRESS = re.compile(r"[a-z0-9+]+://", re.IGNORECASE)
_WAIT = 30
"""So many seconds one program waits for another to end its transaction."""


Refill = Callable[[Connection], None]
"""Makes the look-up tables anew."""


def opened(where: str | Path, *, make: bool, refill: Refill) -> Engine:
    """The database at `where`, a file's path or `postgresql+psycopg://…`; with `make` it is made where it is missing.

    One of an older program is brought up to date, and its look-up tables are made anew by `refill`.
    Raises NoCasebook where there is none, or something else, or one of a newer program; CasebookBusy where another
    program holds it; MissingExtra where the library for PostgreSQL is not installed.
    """
    url = _url(where)
    shown = url.render_as_string(hide_password=True) if url.drivername != "sqlite" else str(url.database)
    if url.drivername == "sqlite":
        _check_file(Path(str(url.database)), make=make)
    engine = _engine(url, lasting=True)
    try:
        with _translated(shown):
            _prepare(engine, shown, make=make, refill=refill)
    except BaseException:
        engine.dispose()
        raise
    return engine


def passing(path: Path, tables: Sequence[Table]) -> Engine:
    """A database in the file `path` with these tables, to be thrown away: nothing waits for the disk."""
    engine = _engine(URL.create("sqlite", database=str(path)), lasting=False)
    with writing(engine) as connection:
        METADATA.create_all(connection, tables=tables)
        for index in (i for table in tables for i in table.indexes if i.info.get("listing")):
            index.drop(connection)
    return engine


@contextlib.contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A transaction that sees one state of the casebook throughout."""
    with _translated(_shown(engine)), engine.connect() as connection, connection.begin():
        yield connection


@contextlib.contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """The only writing transaction there is; all of it is kept, or nothing."""
    with _translated(_shown(engine)), engine.connect() as plain:
        connection = plain.execution_options(writes=True)
        with connection.begin():
            if engine.dialect.name == "postgresql":
                connection.execute(text("LOCK TABLE entry IN EXCLUSIVE MODE"))
            yield connection


def upgrade(connection: Connection) -> None:
    """Make the tables, or bring them up to date, in the connection's transaction."""
    # Imported here: a casebook that is up to date is opened without it.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _url(where: str | Path) -> URL:
    given = str(where)
    if not _ADDRESS.match(given):
        return URL.create("sqlite", database=given)
    try:
        url = make_url(given)
    except (ArgumentError, ValueError):
        raise NoCasebook(f"{given}: is no address of a database: write postgresql+psycopg://user@host/name") from None
    if url.drivername == "postgresql":
        url = url.set(drivername="postgresql+psycopg")
    if url.drivername == "postgresql+psycopg":
        try:
            import_module("psycopg")
        except ImportError:
            raise MissingExtra(
                "a casebook in PostgreSQL needs the library psycopg: pip install 'accordingto[postgres]'"
            ) from None
    elif url.drivername != "sqlite" or not url.database:
        raise NoCasebook(f"{url.drivername}: a casebook is a file, or in PostgreSQL at postgresql+psycopg://…")
    return url


def _check_file(path: Path, *, make: bool) -> None:
    if path.is_dir():
        raise NoCasebook(f"{path}: is a folder: name the casebook's file")
    if not path.exists():
        if not make:
            raise NoCasebook(f"{path}: no such casebook: check the name, or make one with `accordingto add`")
        if not path.parent.is_dir():
            raise NoCasebook(f"{path}: its folder is not there: make it first")
        return
    with path.open("rb") as file:
        head = file.read(16)
    if head and head != b"SQLite format 3\0":
        raise NoCasebook(f"{path}: is no casebook but some other file: name another")


def _engine(url: URL, *, lasting: bool) -> Engine:
    if url.drivername != "sqlite":
        return create_engine(url)
    engine = create_engine(url, connect_args={"timeout": _WAIT})

    @event.listens_for(engine, "connect")
    def _connect(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
        # The library would begin transactions by its own rules, and never before making a table.
        connection.isolation_level = None
        for pragma in ("journal_mode = WAL", f"synchronous = {'FULL' if lasting else 'OFF'}", "cache_size = -65536"):
            connection.cursor().execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _prepare(engine: Engine, shown: str, *, make: bool, refill: Refill) -> None:
    with engine.connect() as connection, connection.begin():
        version = _version(connection)
    if version == HEAD:
        return
    if version is None and not make:
        raise NoCasebook(f"{shown}: has no casebook in it: check the name, or make one with `accordingto add`")
    if version is not None and version > HEAD:
        raise NoCasebook(f"{shown}: was made by a newer accordingto: update the program to open it")
    with engine.connect() as plain:
        connection = plain.execution_options(writes=True)
        with connection.begin():
            if engine.dialect.name == "postgresql":
                # Two programs that make one casebook at once: the second waits, and finds it made.
                connection.execute(text("SELECT pg_advisory_xact_lock(7217438902)"))
            found = _version(connection)
            others = set(inspect(connection).get_table_names()) - {"alembic_version"}
            if found is None and others:
                raise NoCasebook(f"{shown}: holds other tables ({', '.join(sorted(others)[:5])}): name another")
            if found != HEAD:
                upgrade(connection)
                if found is not None:
                    refill(connection)


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _shown(engine: Engine) -> str:
    return str(engine.url.database) if engine.dialect.name == "sqlite" else engine.url.render_as_string()


@contextlib.contextmanager
def _translated(shown: str) -> Iterator[None]:
    """Makes the database's errors into those of this program."""
    try:
        yield
    except OperationalError as error:
        if _sqlite_name(error).startswith("SQLITE_BUSY"):
            raise CasebookBusy(f"{shown}: another program is writing in it: wait for its end") from error
        raise CasebookError(f"{shown}: cannot be used ({_reason(error)}): check {_suspect(error)}") from error
    except DatabaseError as error:
        if _sqlite_name(error) in {"SQLITE_NOTADB", "SQLITE_CORRUPT"}:
            raise NoCasebook(f"{shown}: is damaged ({error.orig}): take the last copy of it") from error
        raise CasebookError(f"{shown}: cannot be used ({_reason(error)}): try `accordingto verify`") from error


def _sqlite_name(error: DatabaseError) -> str:
    """SQLite's name for an error; empty where the error is another's, or Python's own about what SQLite gave."""
    return str(getattr(error.orig, "sqlite_errorname", ""))


def _suspect(error: OperationalError) -> str:
    return "its permissions and the room on the disk" if isinstance(error.orig, sqlite3.Error) else "address and server"


def _reason(error: DatabaseError) -> str:
    return " ".join(str(error.orig).split())[:300]
