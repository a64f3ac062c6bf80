"""The command `accordingto batch`."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from accordingto.cli.options import by_option, model_options, open_casebook
from accordingto.cli.saying import say
from accordingto.models import MODELS

if TYPE_CHECKING:
    from accordingto.scale import Into, Plan, Total

_EACH_SECONDS = (1.0, 30.0)
"""Between two words of progress: at a terminal, and in a log."""


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="IN...")
@click.option("--out", required=True, metavar="DIR", help="Where the tables go: a folder or an address.")
@click.option(
    "--casebook", metavar="CASEBOOK", help="Keep the reports in CASEBOOK instead; DIR then holds what is finished."
)
@click.option("--text-key", "text", default="text", show_default=True, metavar="KEY", help="Column of the text.")
@click.option("--title-key", "title", default="title", show_default=True, metavar="KEY", help="Column of the title.")
@click.option("--url-key", "url", default="url", show_default=True, metavar="KEY", help="Column of the address.")
@click.option(
    "--published-key", "published", default="published", show_default=True, metavar="KEY", help="Column of the day."
)
@click.option(
    "--outlet-key", "outlet", default="outlet", show_default=True, metavar="KEY", help="Column of the outlet."
)
@click.option(
    "--author-key", "author", default="author", show_default=True, metavar="KEY", help="Column of the byline."
)
@click.option(
    "--engine",
    type=click.Choice(["local", "ray"]),
    default="local",
    show_default=True,
    help="Processes of this machine, or tasks of Ray, which needs the extra accordingto[ray].",
)
@click.option("--ray-address", metavar="ADDRESS", help="A Ray cluster; by default Ray is started on this machine.")
@click.option("--workers", type=click.IntRange(min=1), metavar="N", help="Processes, one core each. By default all.")
@click.option(
    "--partition",
    "each",
    type=click.IntRange(min=1),
    default=250,
    show_default=True,
    metavar="N",
    help="Reports in a partition, which is what a kill may cost. Settled by the first run.",
)
@click.option(
    "--timeout",
    "seconds",
    type=click.FloatRange(min=0.1),
    default=300.0,
    show_default=True,
    metavar="SECONDS",
    help="Time for one report; it is tried twice.",
)
@click.option(
    "--memory",
    "megabytes",
    type=click.IntRange(min=0),
    default=4000,
    show_default=True,
    metavar="MB",
    help="Memory of one worker, 0 for no limit; a report that takes more is tried twice.",
)
@model_options
@click.option("--why", metavar="REASON", help="With --casebook: what the reports are added for.")
@by_option
def batch(
    inputs: tuple[str, ...],
    *,
    out: str,
    casebook: str | None,
    engine: Literal["local", "ray"],
    ray_address: str | None,
    workers: int | None,
    each: int,
    seconds: float,
    megabytes: int,
    model: str,
    device: Literal["cpu", "cuda"],
    why: str | None,
    by: str,
    **keys: str,
) -> None:
    """Read whole archives into tables of Parquet: documents, sources, attributions, figures, dates, checks, rejections.

    It wants the extra `batch`: pip install "accordingto[batch]".

    IN is a file, a folder, or an address that fsspec knows (s3://…): text, HTML, PDF, JSONL, CSV, TSV, Parquet, WARC,
    WACZ and feeds, plain or compressed. What is killed is taken up again by the same command; what was finished is not
    done again. A report that cannot be read, hangs or ends its process becomes a row of the rejections, and the
    command still ends with 0. The tables are told in docs/batch.md.
    """
    if not all((*inputs, out)):
        raise click.UsageError("a name is empty (an unset variable of the shell?)")
    if ray_address is not None and engine != "ray":
        raise click.UsageError("--ray-address is about Ray: give --engine ray too")
    if why is not None and casebook is None:
        raise click.UsageError("--why is kept in a casebook: give --casebook too")
    from accordingto.pipeline import Reader  # noqa: PLC0415  loads the model's library, which `--help` does not need
    from accordingto.read.rows import Keys  # noqa: PLC0415
    from accordingto.report.tables import VERSION  # noqa: PLC0415
    from accordingto.scale import How, Store, Terms, planned, run  # noqa: PLC0415

    # Workers of a cluster stand in other folders.
    options = {"model": model if model in MODELS else str(Path(model).absolute()), "device": device}
    terms = Terms(
        version=VERSION,
        reader=Reader(model, threads=1).info,
        into="tables" if casebook is None else "casebook",
        keys=Keys(**keys),
    )
    store = Store(out)
    plan = planned(inputs, terms, each=each, store=store)
    say(f"{plan.count:,} reports in {len(plan.files):,} files: {len(plan.slices):,} partitions")
    how = How(
        engine=engine, workers=workers, seconds=seconds, megabytes=megabytes, address=ray_address, options=options
    )
    progress = Progress(plan)
    with _into(casebook, by, why) as into:
        total = run(plan, store, how, into=into, tick=progress.tick, finished=progress.finished)
    _tell(total, out if casebook is None else casebook)


class Progress:
    """Says how many reports are done, how fast, and how long the rest will take, now and then."""

    def __init__(self, plan: Plan) -> None:
        self._count = plan.count
        self._at: dict[int, int] = {}
        self._ready = 0
        self._before: int | None = None
        self._start = self._told = time.monotonic()
        self._terminal = sys.stderr.isatty()

    def tick(self, number: int, index: int) -> None:
        """A worker has come to the report `index` of the partition `number`."""
        self._at[number] = index
        self._say()

    def finished(self, ready: int) -> None:
        """So many reports are in partitions that are finished, one after the other from the first."""
        self._ready = ready
        if self._before is None:
            self._before = ready
            self._start = time.monotonic()
            if ready:
                say(f"{ready:,} of them were finished before")
        self._say()

    def _say(self) -> None:
        now = time.monotonic()
        if now - self._told < _EACH_SECONDS[0 if self._terminal else 1]:
            return
        self._told = now
        done = max(self._ready, (self._before or 0) + sum(tuple(self._at.values())))
        line = self.line(done, now - self._start)
        if self._terminal:
            click.echo(f"\r{line:<79}", nl=False, err=True)
        else:
            say(line)

    def line(self, done: int, seconds: float) -> str:
        """The progress in words, of which `done` reports were done, those of earlier runs included."""
        rate = (done - (self._before or 0)) / seconds if seconds > 0 else 0.0
        left = f"{_time((self._count - done) / rate)} left" if rate > 0 else "time left not known yet"
        return f"{done:,} of {self._count:,} reports, {rate:,.1f} per second, {left}"


def _time(seconds: float) -> str:
    minutes, hours = seconds / 60, seconds / 3600
    return f"{hours:,.1f} h" if hours >= 2 else f"{minutes:.0f} min" if minutes >= 2 else f"{seconds:.0f} s"


@contextlib.contextmanager
def _into(casebook: str | None, by: str, why: str | None) -> Iterator[Into | None]:
    if casebook is None:
        yield None
        return
    from accordingto.scale import Into  # noqa: PLC0415

    with open_casebook(casebook, make=True) as opened:
        yield Into(opened, by=by, why=why)


def _tell(total: Total, where: str) -> None:
    if sys.stderr.isatty():
        click.echo(err=True)
    say(
        f"{total.count:,} reports went in: {total.documents:,} read with {total.statements:,} statements and "
        f"{total.figures:,} figures, {total.rejections:,} rejected; {total.before:,} were finished before; in {where}"
    )
