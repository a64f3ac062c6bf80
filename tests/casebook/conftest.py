"""One casebook in each database, for every test that asks for `where`, `casebook` or `full`."""

from __future__ import annotations

import importlib.util
import os
import shutil
import uuid
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, text

import accordingto.casebook
from accordingto.casebook import Casebook
from benchmarks.plain_reports import MadeUpReader, reports


def _server_module():
    spec = importlib.util.spec_from_file_location("server", Path(__file__).with_name("server.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def fill(casebook):
    """Six reports, and a decision."""
    for item in reports(6, seed=2, figures=3):
        casebook.add(item, MadeUpReader(), by="tester")
    first, *_ = casebook.figures()
    casebook.decide(f"figure:{first.id}", "reject", by="tester", why="misread")


def make_older(address):
    """The tables as the first migration made them."""
    config = Config()
    config.set_main_option("script_location", str(Path(accordingto.casebook.__file__).with_name("migrations")))
    engine = create_engine(address)
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
    engine.dispose()


class Sqlite:
    """Files, copied from one that was made once."""

    def __init__(self, folder):
        self.folder = folder
        with Casebook.open(folder / "made"):
            pass
        make_older(f"sqlite:///{folder / 'older'}")
        shutil.copyfile(folder / "made", folder / "full")
        with Casebook.open(folder / "full") as casebook:
            fill(casebook)

    def copy(self, template):
        path = self.folder / uuid.uuid4().hex
        shutil.copyfile(self.folder / template, path)
        return str(path)


class Postgresql:
    """Databases, copied from one that was made once."""

    def __init__(self, address):
        self.address = address
        self.admin = create_engine(address.format(name="postgres"), isolation_level="AUTOCOMMIT")
        self.run("CREATE DATABASE made")
        Casebook.open(address.format(name="made")).close()
        self.run("CREATE DATABASE older")
        make_older(address.format(name="older"))
        self.run("CREATE DATABASE full_ TEMPLATE made")
        with Casebook.open(address.format(name="full_")) as casebook:
            fill(casebook)

    def run(self, statement):
        with self.admin.connect() as connection:
            connection.execute(text(statement))

    def copy(self, template):
        name = f"casebook_{uuid.uuid4().hex}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {template.replace('full', 'full_')}")
        return self.address.format(name=name)


@pytest.fixture(scope="session")
def sqlite(tmp_path_factory):
    return Sqlite(tmp_path_factory.mktemp("casebooks"))


@pytest.fixture(scope="session")
def postgresql():
    module = _server_module()
    programs = module.programs()
    if programs is None:
        if os.environ.get("CI"):
            pytest.fail("PostgreSQL's server is not installed: apt-get install postgresql")
        pytest.skip("PostgreSQL's server is not installed: apt-get install postgresql")
    with module.server(programs) as address:
        databases = Postgresql(address)
        yield databases
        databases.admin.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def databases(request):
    """Each kind of database."""
    return request.getfixturevalue(request.param)


@pytest.fixture
def where(databases):
    """Where a casebook without entries is."""
    return databases.copy("made")


@pytest.fixture
def casebook(where):
    with Casebook.open(where) as opened:
        yield opened


@pytest.fixture
def full(databases):
    """A casebook with six reports of three figures each, and a decision that rejects the first figure."""
    with Casebook.open(databases.copy("full")) as opened:
        yield opened
