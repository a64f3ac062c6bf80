"""Files that annotators gave back -> the sheets in them; a file that is none of ours is an AnnotationError."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, NamedTuple

from accordingto.errors import AnnotationError
from accordingto.report.annotations.brat import read_brat
from accordingto.report.annotations.label_studio import read_task
from accordingto.report.annotations.sheet import Sheet

Text = Callable[[str], str]
"""A document's id -> its text."""


class Returned(NamedTuple):
    """The sheet of one report, the fingerprints of what was exported, and what in the file could not be used."""

    name: str
    sheet: Sheet
    exported: dict[str, str]
    problems: list[str]


def returned_brat(name: str, annotations: bytes, told: bytes, text: bytes | None, text_of: Text) -> Returned:
    """What an `.ann` file holds; `told` is the `.json` that was exported beside it, `text` the `.txt`, if it is there.

    Raises AnnotationError where one of them is none, or the text is not the report's.
    """
    about = _about(name, _decoded(name, told))
    report = text_of(about["document"])
    if text is not None and text != report.encode():
        raise AnnotationError(f"{name}: text mismatch: its .txt is not the text of report {about['document'][:16]}")
    try:
        content = annotations.decode()
    except UnicodeDecodeError as error:
        raise AnnotationError(
            f"{name}: not UTF-8 ({error.reason} at byte {error.start}): give what brat wrote"
        ) from None
    sheet, problems = read_brat(content, about, report)
    return Returned(name, sheet, about["exported"], problems)


def returned_tasks(name: str, content: bytes, text_of: Text) -> list[Returned]:
    """What an export of Label Studio (JSON, not JSON-MIN) holds: the latest annotation of each task, but those skipped.

    Raises AnnotationError where it is none, or a task's text is not its report's.
    """
    tasks = _decoded(name, content)
    if not isinstance(tasks, list) or not all(isinstance(one, dict) for one in tasks):
        raise AnnotationError(
            f"{name}: no list of tasks: export as JSON from Label Studio (not JSON-MIN, CSV or CoNLL)"
        )
    found = []
    for number, one in enumerate(tasks, 1):
        task = f"{name}, task {one.get('id', number)}"
        about = _about(task, one.get("data"))
        report = text_of(about["document"])
        if about.get("text") != report:
            raise AnnotationError(f"{task}: text mismatch: it is not the text of report {about['document'][:16]}")
        made = [a for a in one.get("annotations") or [] if isinstance(a, dict) and not a.get("was_cancelled")]
        if made:
            result = [r for r in made[-1].get("result") or [] if isinstance(r, dict)]
            sheet, problems = read_task(about, result, report)
            found.append(Returned(task, sheet, about["exported"], problems))
    return found


def _decoded(name: str, content: bytes) -> Any:  # noqa: ANN401  any JSON
    try:
        return json.loads(content)
    except ValueError as error:  # also what is no UTF-8
        raise AnnotationError(f"{name}: not JSON ({error}): give the file that was exported") from None


def _about(name: str, told: Any) -> dict[str, Any]:  # noqa: ANN401  any JSON
    """What an export says of itself."""
    if (
        not isinstance(told, dict)
        or not isinstance(told.get("document"), str)
        or not all(isinstance(told.get(key), dict) for key in ("marks", "exported"))
    ):
        raise AnnotationError(f"{name}: does not say what was exported: give what `accordingto export` began with")
    return told
