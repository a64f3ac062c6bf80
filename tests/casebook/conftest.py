"""One casebook in each database, for every test that asks for `where` or `casebook`."""

from __future__ import annotations

import importlib.util
import os
import shutil
import uuid
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from accordingto.casebook import Casebook


def _server_module():
    spec = importlib.util.spec_from_file_location("server", Path(__file__).with_name("server.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def postgresql():
    """The address of a running server, with `{name}` for a database."""
    module = _server_module()
    programs = module.programs()
    if programs is None:
        if os.environ.get("CI"):
            pytest.fail("PostgreSQL's server is not installed: apt-get install postgresql")
        pytest.skip("PostgreSQL's server is not installed: apt-get install postgresql")
    with module.server(programs) as address:
        admin = create_engine(address.format(name="postgres"), isolation_level="AUTOCOMMIT")
        with admin.connect() as connection:
            connection.execute(text("CREATE DATABASE made"))
        Casebook.open(address.format(name="made")).close()
        yield address
        admin.dispose()


@pytest.fixture(scope="session")
def sqlite(tmp_path_factory):
    """The file of a casebook without entries."""
    path = tmp_path_factory.mktemp("made") / "casebook.db"
    Casebook.open(path).close()
    return path


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request, tmp_path):
    """Where a casebook is: one without entries in each kind of database."""
    if request.param == "sqlite":
        path = tmp_path / "casebook.db"
        shutil.copyfile(request.getfixturevalue("sqlite"), path)
        yield str(path)
        return
    address = request.getfixturevalue("postgresql")
    name = f"casebook_{uuid.uuid4().hex}"
    admin = create_engine(address.format(name="postgres"), isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE made"))
    yield address.format(name=name)
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    admin.dispose()


@pytest.fixture
def casebook(where):
    with Casebook.open(where) as made:
        yield made
