"""Pages of long lists: every entry on one page, and an address for each."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from accordingto.serve.paging import Pager, address


@given(st.integers(0, 5_000), st.integers(1, 200))
def test_every_entry_is_on_one_page(total, size):
    """Put together, the pages hold each entry once."""
    entries = list(range(total))
    first = Pager(1, total, str, size)
    assert [e for at in range(1, first.pages + 1) for e in entries[first._replace(at=at).part]] == entries


@given(st.integers(1, 5_000), st.integers(1, 200), st.data())
def test_what_a_page_says_of_itself(total, size, data):
    """The places that a page names are those of its entries, and its links lead to pages that there are."""
    pages = Pager(1, total, str, size).pages
    pager = Pager(data.draw(st.integers(1, pages)), total, str, size)
    assert pager.last - pager.first + 1 == len(range(total)[pager.part])
    numbers = [number for _, number, _ in pager.links]
    assert numbers == sorted(set(numbers))
    assert {1, pages, pager.at} <= set(numbers)
    assert pager.more == (pager.at < pages)


def test_a_list_that_is_not_counted_to_its_end_goes_on():
    """Of a capped list there is always a next page, and its sum says that there are more."""
    pager = Pager(200, 10_000, str, capped=True)
    assert pager.more
    assert pager.counted("figure") == "over 10,000 figures"


def test_an_address_holds_what_is_given_only():
    """Nothing stands for what is not asked for, and words are written so that they come back."""
    assert address("/x", {"a": None, "b": "", "c": False}) == "/x"
    assert address("/x", {"a": "ä & ö", "n": 0}) == "/x?a=%C3%A4+%26+%C3%B6&n=0"
