"""Adding reports: files, a pasted text, an address, the examples; and the page that shows how far the reading is."""

from __future__ import annotations

from typing import Any

from litestar import Router, get, post
from litestar.datastructures import UploadFile
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException
from litestar.params import FromPath, MultipartBody, URLEncodedBody
from litestar.plugins.htmx import HTMXRequest
from litestar.response import Redirect, Response, Template

from accordingto.read import SUFFIXES
from accordingto.serve.desk import Desk
from accordingto.serve.intake import MOST, Given, NotGiven, examples, of_address, of_files, of_text, work
from accordingto.serve.jobs import Job
from accordingto.serve.rendering import shown
from accordingto.serve.security.safety import UPLOAD
from accordingto.serve.security.users import User

_STOP_POLLING = 286
"""The status by which HTMX stops to ask again."""


@get("/", sync_to_thread=False, opt={"role": "reviewer"})
def form() -> Template:
    """The ways to add reports."""
    return _form({})


@post("/files", sync_to_thread=True, request_max_body_size=UPLOAD)
def add_files(
    desk: NamedDependency[Desk], user: NamedDependency[User], data: MultipartBody[dict[str, Any]]
) -> Response[Any]:
    """Add the reports in files."""
    files = data.get("files")
    uploads = [one for one in (files if isinstance(files, list) else [files]) if isinstance(one, UploadFile)]
    try:
        given = of_files((one.filename, one.file.read()) for one in uploads)
    except NotGiven as error:
        return _again(data, "files", error)
    return _begun(desk, user, given, data)


@post("/text", sync_to_thread=True, request_max_body_size=UPLOAD)
def add_text(
    desk: NamedDependency[Desk], user: NamedDependency[User], data: URLEncodedBody[dict[str, Any]]
) -> Response[Any]:
    """Add a pasted text."""
    try:
        given = of_text(
            _word(data, "text"),
            title=_word(data, "title"),
            outlet=_word(data, "outlet"),
            published=_word(data, "published"),
            address=_word(data, "url"),
        )
    except NotGiven as error:
        return _again(data, "text", error)
    return _begun(desk, user, given, data)


@post("/address", sync_to_thread=True)
def add_address(
    desk: NamedDependency[Desk], user: NamedDependency[User], data: URLEncodedBody[dict[str, Any]]
) -> Response[Any]:
    """Fetch an address and add what stands there."""
    try:
        given = of_address(_word(data, "address"))
    except NotGiven as error:
        return _again(data, "address", error)
    return _begun(desk, user, given, data)


@post("/examples", sync_to_thread=True)
def add_examples(
    desk: NamedDependency[Desk], user: NamedDependency[User], data: URLEncodedBody[dict[str, Any]]
) -> Response[Any]:
    """Add the reports that come with the program."""
    return _begun(desk, user, examples(), data)


@get("/{job_id:str}", sync_to_thread=False)
def progress(request: HTMXRequest, desk: NamedDependency[Desk], job_id: FromPath[str]) -> Template:
    """How far a job is; for HTMX the part that changes, until there is no more to change."""
    job = desk.jobs.get(job_id)
    if job is None:
        raise NotFoundException(
            "What was added then is no longer listed, since the server was started anew: its reports are in the list."
        )
    title = "Added" if job.done else "Reading"
    if not request.htmx:
        return shown("job", title=title, job=job)
    part = shown("job_lines", title=title, job=job)
    part.status_code = _STOP_POLLING if job.done else part.status_code
    return part


def _begun(desk: Desk, user: User, given: list[Given], data: dict[str, Any]) -> Response[Any]:
    again = _word(data, "again") == "yes"
    why = _word(data, "why") or None
    job: Job = desk.jobs.start(len(given), work(desk, given, by=user.name, why=why, again=again))
    return Redirect(f"/reports/add/{job.id}", status_code=303)


def _again(data: dict[str, Any], part: str, error: NotGiven) -> Response[Any]:
    """The form once more, with what was typed and what is wrong with it."""
    page = _form(data, part=part, problem=str(error))
    page.status_code = 400
    return page


def _form(data: dict[str, Any], *, part: str = "", problem: str = "") -> Template:
    names = ("text", "title", "outlet", "published", "url", "address", "why")
    return shown(
        "adding",
        title="Add reports",
        kept={name: _word(data, name) for name in names},
        part=part,
        problem=problem,
        most=MOST,
        megabytes=UPLOAD // 1_000_000,
        kinds=",".join(sorted(SUFFIXES)),
    )


def _word(data: dict[str, Any], name: str) -> str:
    """A field of a form; the text stays as it is, white space around other fields goes."""
    value = data.get(name, "")
    found = value if isinstance(value, str) else ""
    return found if name == "text" else found.strip()


ROUTES = [
    Router("/reports/add", route_handlers=[form, add_files, add_text, add_address, add_examples, progress]),
]
