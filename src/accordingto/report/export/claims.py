"""Ledger* -> schema.org Claim, JSON-LD: what is claimed, by whom, and where. Nothing says whether it is true."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from accordingto.records import Attribution, Document, Ledger, Source
from accordingto.report.export.file import File
from accordingto.report.export.web_annotation import address, document_id

_CLAIMED = frozenset({"asserts", "believes"})
"""What is denied, doubted, wanted or asked is no claim of the speaker: `text` alone would turn it into its contrary."""
_TYPES = {"person": "Person", "organisation": "Organization", "media": "Organization"}


def claim_files(ledgers: Iterable[Ledger]) -> tuple[File, ...]:
    """`claims.jsonld`: a Claim for each statement that its source asserts or believes."""
    graph = []
    for ledger in ledgers:
        sources = {s.id: s for s in ledger.sources}
        report = _report(ledger.document)
        graph += [
            _claim(one, sources.get(one.speaker or ""), ledger.document.id, report)
            for one in ledger.attributions
            if one.stance in _CLAIMED
        ]
    page = {"@context": "https://schema.org", "@graph": graph}
    return (File(name="claims.jsonld", content=json.dumps(page, ensure_ascii=False, indent=1).encode()),)


def _claim(one: Attribution, speaker: Source | None, document: str, report: dict[str, Any]) -> dict[str, Any]:
    claim: dict[str, Any] = {
        "@type": "Claim",
        "@id": f"urn:accordingto:statement:{document[:16]}/{one.id}",
        "text": " … ".join(span.text for span in one.content),
    }
    if speaker is not None:
        claim |= _author(speaker)
    elif one.source is not None:
        claim["creditText"] = one.source.text
    return claim | {"appearance": [report]}


def _author(speaker: Source) -> dict[str, Any]:
    """Persons and bodies are authors; documents, groups and the unnamed are none in schema.org's sense."""
    if speaker.kind == "document":
        return {"isBasedOn": {"@type": "CreativeWork", "name": speaker.name}}
    if speaker.kind not in _TYPES:
        return {"creditText": speaker.name}
    author = {"@type": _TYPES[speaker.kind], "name": speaker.name}
    if speaker.role and speaker.kind == "person":
        author["jobTitle"] = speaker.role
    return {"author": author}


def _report(document: Document) -> dict[str, Any]:
    report: dict[str, Any] = {"@type": "NewsArticle", "@id": document_id(document)}
    told = {
        "headline": document.title,
        "url": address(document),
        "datePublished": document.published,
        "inLanguage": document.language,
    }
    report |= {key: value for key, value in told.items() if value}
    if document.outlet:
        report["publisher"] = {"@type": "Organization", "name": document.outlet}
    return report
