"""Linked data: Web Annotations that find their words, and claims without verdicts."""

from __future__ import annotations

import json

from hypothesis import given, settings

from accordingto.records import Source
from accordingto.report.export import export
from tests.report.hand_made import at, document, ledger, says, with_all_parts
from tests.report.made_up import ledgers

# The terms of http://www.w3.org/ns/anno.jsonld (W3C, 2017) that an annotation of ours may use.
TERMS = {"id", "type", "motivation", "generator", "body", "target", "source", "selector", "via", "items", "startIndex",
         "value", "format", "purpose", "name", "start", "end", "exact", "prefix", "suffix"}  # fmt: skip
TYPES = {"AnnotationPage", "Annotation", "TextualBody", "SpecificResource", "TextPositionSelector",
         "TextQuoteSelector", "Software", "Text"}  # fmt: skip


def page(made, form="web-annotation"):
    (file,) = export((made,), form=form)
    return json.loads(file.content)


def objects(value):
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from objects(inner)


@settings(max_examples=25)
@given(ledgers())
def test_both_selectors_find_the_words(made):
    """Whatever the text, the position selector cuts out what the quote selector quotes, with what stands around it."""
    for one in objects(page(made)):
        if one.get("type") == "SpecificResource":
            position, quote = one["selector"]
            text, start, end = made.document.text, position["start"], position["end"]
            assert text[start:end] == quote["exact"]
            assert text[:start].endswith(quote["prefix"])
            assert text[end:].startswith(quote["suffix"])


def test_terms_are_those_of_the_context():
    """Every key and type is one that the W3C's context defines."""
    made = page(with_all_parts())
    assert made.pop("@context") == "http://www.w3.org/ns/anno.jsonld"
    assert {key for one in objects(made) for key in one} <= TERMS
    assert {one["type"] for one in objects(made)} <= TYPES


def test_offsets_count_code_points():
    """Behind an emoji an offset is that of code points, as the Recommendation wants it."""
    text = "🕊 He said it rained."
    made = page(ledger(text, says("a1", at(text, "it rained"))))
    assert made["items"][0]["target"][0]["selector"][0]["start"] == 10


def test_the_address_is_told_if_it_is_one():
    """A report's address stands beside its text's name, unless it would be no IRI."""
    text = "He said it rained."
    for url, told in (("https://example.org/a", "https://example.org/a"), ("https://e.org/a b", None), ("x", None)):
        made = page(ledger(text, says("a1", at(text, "it rained")), document=document(text, url=url)))
        source = made["items"][0]["target"][0]["source"]
        assert (source["via"] if isinstance(source, dict) else None) == told


def test_claims_have_authors_and_no_verdict():
    """A claim has its text, who claims it and where; nothing says whether it is true."""
    made = page(with_all_parts(), "claim")
    claims = made["@graph"]
    assert claims
    assert {one["@type"] for one in claims} == {"Claim"}
    assert all(one["appearance"][0]["publisher"]["name"] == "Northern Wire" for one in claims)
    keys = {key for one in objects(made) for key in one}
    assert not keys & {"reviewRating", "claimReviewed", "itemReviewed", "ratingValue", "review"}
    assert {one["author"]["@type"] for one in claims if "author" in one} <= {"Person", "Organization"}


def test_a_denied_claim_is_nobodys_claim():
    """What a source denies, doubts, wants or asks is not exported as what it claims."""
    text = "The mayor denied that shots were fired."
    content = at(text, "shots were fired")
    mayor = Source(id="s1", name="The mayor", kind="person", mentions=(at(text, "The mayor"),))
    for stance, number in (("asserts", 1), ("believes", 1), ("denies", 0), ("doubts", 0), ("wants", 0), ("asks", 0)):
        made = ledger(text, says("a1", content, stance=stance, speaker="s1"), sources=(mayor,))
        assert len(page(made, "claim")["@graph"]) == number
