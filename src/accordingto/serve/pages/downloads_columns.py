"""The columns of the figures' board as CSV and Parquet -> what each holds."""

from __future__ import annotations

from accordingto.report.export.columns import TABLES
from accordingto.report.figure_table import COLUMNS

_OWN = {
    "id": "Identifier: the first 16 digits of the report's sha256, a stroke, and the figure's id in its ledger.",
    "document": "sha256 of the report's bytes.",
    "title": "The report's title.",
    "outlet": "Who published the report.",
    "author": "The report's byline.",
    "published": "When the report was published, EDTF.",
    "url": "The report's address.",
    "figure": "The words of the figure.",
    "low": "Lowest number meant, inclusive; empty where that end is open.",
    "high": "Highest number meant, likewise.",
    "group": "Nationality or other group, in the report's words.",
    "speaker": "Who the figure is from; empty for the outlet's own.",
    "speaker_kind": "person, organisation, document, media, people or anonymous.",
    "speaker_role": "Role of the speaker in the report's words.",
    "via": "Who passes it on, nearest first.",
    "sentence": "The sentence around the figure.",
    "start": "Offset of the figure's first code point in the report's text.",
    "end": "Offset behind its last code point.",
}
_SAME = {column.name: column.says for table in TABLES if table.name == "figure" for column in table.columns}
FIGURE_COLUMNS = tuple((name, _OWN.get(name) or _SAME[name]) for name in COLUMNS)
"""Name and meaning of each column, in their order."""
