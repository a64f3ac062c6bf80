"""What somebody gave in the browser -> items to read, and the work of a job that reads them."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import PurePath

from accordingto.casebook import Known
from accordingto.contesting import contests_up_to_date
from accordingto.edtf import InvalidDate, bounds
from accordingto.errors import AccordingtoError, ReadError
from accordingto.read import SIZE_LIMIT, SUFFIXES, check_size
from accordingto.records import Address, Item, Rejection
from accordingto.serve.desk import Desk
from accordingto.serve.jobs import Job, Outcome, Work

Given = Item | Address | Rejection
MOST = 100
"""So many files, or entries of a feed, are taken at once."""


_COMPARING = "comparing their figures with those of the other reports"


class NotGiven(ValueError):
    """A form from which something is missing, or has a value that makes no sense."""


def of_files(named: Iterable[tuple[str, bytes]]) -> list[Given]:
    """The reports in files, each by the name that the browser gave; raises NotGiven where there are none or too many.

    What is no kind of file that is read is a Rejection in its place, and so is what is too large.
    """
    found = [_of_file(PurePath(name.replace("\\", "/")).name or "file", data) for name, data in named if name]
    if not found:
        raise NotGiven("No file was chosen: choose one or drop it on the field.")
    if len(found) > MOST:
        raise NotGiven(f"{len(found)} files are too many at once: give {MOST} or fewer, or use `accordingto add`.")
    return found


def of_text(text: str, *, title: str, outlet: str, published: str, address: str) -> list[Given]:
    """A pasted text as a report; what else is known of it may be empty. Raises NotGiven for a date that is none.

    A form sends each line break as CR LF, wherever the text came from; they are LF here, as in a file.
    """
    plain = text.replace("\r\n", "\n")
    if not plain.strip():
        raise NotGiven("The text is empty: paste the report's text.")
    if published:
        try:
            bounds(published)
        except InvalidDate:
            raise NotGiven(f"{published!r} is no date: write it as 2024-05-14, or 2024-05 for the month.") from None
    if address and not address.startswith(("https://", "http://")):
        raise NotGiven(f"{address!r} is no address of a report: it begins with https:// or http://.")
    data = plain.encode("utf-8", "replace")
    named = title or " ".join(plain.split())[:60]
    return [
        Item(
            name=f"pasted: {named}",
            data=data,
            text=data.decode(),
            title=title or None,
            outlet=outlet or None,
            published=published or None,
            url=address or None,
            notes=("pasted into the workbench",),
        )
    ]


def of_address(address: str) -> list[Given]:
    """An address to fetch; raises NotGiven where it is none."""
    if not address.startswith(("https://", "http://")):
        raise NotGiven(f"{address!r} is no address of a report: it begins with https:// or http://.")
    return [Address(url=address)]


def examples() -> list[Given]:
    """The reports that come with the program: one invented event, told by several outlets."""
    folder = files("accordingto.examples")
    found = sorted(file.name for file in folder.iterdir() if PurePath(file.name).suffix in SUFFIXES)
    return [Item(name=name, data=folder.joinpath(name).read_bytes()) for name in found]


def work(desk: Desk, given: list[Given], *, by: str, why: str | None, again: bool = False) -> Work:
    """The work of reading and keeping what was given; `again` also fetches addresses that were fetched before."""

    def add(job: Job) -> Iterator[tuple[str, Outcome]]:
        for one in given:
            try:
                yield from _kept(desk, job, one, by=by, why=why, again=again)
            except AccordingtoError as error:  # what is told of this one must not cost the others
                yield job.now, error
        job.now = _COMPARING
        try:
            contests_up_to_date(desk.casebook)
        except AccordingtoError as error:  # the reports are added: whoever looks at contests next compares them
            yield _COMPARING, error

    return add


def _of_file(name: str, data: bytes) -> Given:
    if PurePath(name).suffix.lower() not in SUFFIXES:
        kinds = ", ".join(sorted(SUFFIXES))
        message = f"is no kind of file that is read here ({kinds}): save it as one of them, or use `accordingto add`"
        return Rejection(name=name, reason="not_text", message=message)
    try:
        check_size(len(data), name, limit=SIZE_LIMIT)
    except ReadError as error:
        return Rejection.of(error)
    return Item(name=name, data=data)


def _kept(desk: Desk, job: Job, one: Given, *, by: str, why: str | None, again: bool) -> Iterator[tuple[str, Outcome]]:
    if isinstance(one, Address):
        yield from _fetched(desk, job, one, by=by, why=why, again=again)
        return
    job.now = one.name
    if isinstance(one, Rejection):
        yield one.name, one
    else:
        yield one.name, desk.add(one, by=by, why=why)


def _fetched(
    desk: Desk, job: Job, address: Address, *, by: str, why: str | None, again: bool
) -> Iterator[tuple[str, Outcome]]:
    job.now = address.url
    there = None if again else desk.casebook.at_address(address.url)
    if there is not None:
        yield address.url, Known(name=address.url, document=there)
        return
    entries = list(itertools.islice(desk.fetch(address), MOST))
    job.about += len(entries) - 1
    for entry in entries:
        if isinstance(entry, Rejection):
            desk.casebook.reject(entry, desk.reader.info, by=by, why=why)
        yield from _kept(desk, job, entry, by=by, why=why, again=again)
