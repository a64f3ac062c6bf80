"""A report's address, or its outlet and title -> the key that its later versions share."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode, urlsplit

from accordingto.casebook.names import plain

_TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "at_medium", "at_campaign", "cmpid", "ocid", "ref_src")


def url_key(url: str | None) -> str | None:
    """The address without scheme, `www.`, fragment, trailing slash and what only tells where the reader came from.

    >>> url_key("https://www.News.test/a/?utm_source=x&id=7#top") == url_key("http://news.test/a?id=7")
    True
    """
    if not url:
        return None
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.").removeprefix("m.").removeprefix("amp.")
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return url
    query = [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not k.lower().startswith(_TRACKING)]
    return f"{host}{port}{parts.path.rstrip('/')}" + (f"?{urlencode(sorted(query))}" if query else "")


def title_key(outlet: str | None, title: str | None) -> str | None:
    """Outlet and title, folded; None where either is not known."""
    if not outlet or not title:
        return None
    return f"{plain(outlet)}|{plain(title)}"
