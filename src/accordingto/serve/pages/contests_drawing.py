"""A drawing of a page -> an SVG file that stands alone."""

from __future__ import annotations

import re

from accordingto.report.html_page import data_file

_HREF = re.compile(r' href="[^"]*"')
_BEGIN = re.compile(r'<svg class="([^"]*)" viewBox="0 0 ([\d.]+) ([\d.]+)"')


def alone(drawing: str) -> str:
    """The drawing with its own style, by day and by night, and without links, which lead nowhere outside its page."""
    style = f"{data_file('page.css')}\n:root {{ background: var(--paper); padding: 12px; }}"
    begin = r'<svg xmlns="http://www.w3.org/2000/svg" class="\1" width="\2" height="\3" viewBox="0 0 \2 \3"'
    drawn = _BEGIN.sub(begin, _HREF.sub("", drawing), count=1)
    head, end, rest = drawn.partition(">")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{head}{end}<style><![CDATA[\n{style}\n]]></style>{rest}\n'
