"""What was decided, for a model to learn from: the download of `review.lessons`."""

from __future__ import annotations

import msgspec
from litestar import Response, get
from litestar.di import NamedDependency

from accordingto.review import lessons
from accordingto.serve.desk import Desk


@get("/review/training.jsonl", sync_to_thread=True)
def training(desk: NamedDependency[Desk]) -> Response[bytes]:
    """A lesson a line for each report about which something was decided, with offsets and without its words."""
    lines = b"".join(msgspec.json.encode(one) + b"\n" for one in lessons(desk.casebook))
    return Response(
        lines,
        media_type="application/x-ndjson",
        headers={"Content-Disposition": 'attachment; filename="training.jsonl"'},
    )


ROUTES = [training]
