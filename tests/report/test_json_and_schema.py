import json

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.records import Ledger
from accordingto.report import json_text
from accordingto.report.schema import committed, schema, schema_text
from tests.report.hand_made import example, with_all_parts
from tests.report.made_up import ledgers

# The keys and their order, as other programs rely on them: a change here is a new version of the form.
KEYS = {
    "Ledger": "version document sources attributions figures dates narration checks reader",
    "Document": "id title outlet author published retrieved language url media_type text notes",
    "Span": "start end text",
    "Source": "id name kind party role role_spans affiliation affiliation_spans note mentions",
    "Attribution": "id source cue content manner stance speaker to within confidence",
    "Figure": "id span low high approx vague unit counted harm harm_words who group age sex place place_words period "
    "period_words as_of basis since_last per part_of attribution speaker via denied confidence",
    "Place": "name country",
    "Date": "span value type note",
    "Check": "code message spans figures register",
    "ReaderInfo": "version model model_sha256",
}


def valid(text):
    """Whether a ledger's JSON validates against the published schema."""
    return jsonschema.Draft202012Validator(json.loads(committed())).is_valid(json.loads(text))


def test_the_published_schema_is_the_records():
    """The schema file is what the records give; `python -m accordingto.report.schema` writes it anew."""
    assert committed() == schema_text()


def test_the_schema_is_a_schema():
    """The schema is valid JSON Schema of its draft."""
    jsonschema.Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("name", KEYS)
def test_keys_and_their_order(name):
    """Each object has the keys of the published form, all required, in the published order, each described."""
    part = schema() if name == "Ledger" else schema()["$defs"][name]
    assert " ".join(part["properties"]) == KEYS[name]
    assert part["required"] == list(part["properties"])
    assert all(value["description"] for value in part["properties"].values())


def test_no_object_is_left_out():
    """The schema defines the objects of the published form and no others."""
    assert {*schema()["$defs"], "Ledger"} == set(KEYS)


@pytest.mark.parametrize("made", [example(speakers=False), example(speakers=True), with_all_parts()])
def test_ledgers_validate(made):
    """Ledgers with and without speakers, figures, dates and checks are valid."""
    assert valid(json_text(made, indent=None))


@given(ledgers())
def test_any_ledger_validates(made):
    """Whatever a ledger holds, its JSON is valid."""
    assert valid(json_text(made, indent=None))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["version"], 2),
        (["document", "id"], "no hash"),
        (["attributions", 0, "stance"], "shouts"),
        (["attributions", 0, "confidence"], 1.5),
        (["attributions", 0, "content"], []),
        (["attributions", 0, "content", 0, "start"], -1),
        (["unknown"], 1),
    ],
)
def test_what_is_no_ledger_does_not_validate(path, value):
    """A value that the form does not allow fails validation."""
    tree = json.loads(json_text(example(speakers=True), indent=None))
    *way, last = path
    part = tree
    for step in way:
        part = part[step]
    part[last] = value
    assert not valid(json.dumps(tree))


@given(ledgers(), st.none() | st.integers(0, 4))
def test_json_gives_the_ledger_back(made, indent):
    """Indented or not, a ledger's JSON is the ledger."""
    assert Ledger.from_json(json_text(made, indent=indent)) == made


def test_json_without_indent_is_one_line():
    """Without indent, a ledger is one line, so that many of them make JSON Lines."""
    assert "\n" not in json_text(example(speakers=True), indent=None)


def test_json_keys_stand_in_order():
    """The keys come in the published order, indented or not."""
    for indent in (None, 2):
        tree = json.loads(json_text(with_all_parts(), indent=indent))
        assert " ".join(tree) == KEYS["Ledger"]
        assert " ".join(tree["attributions"][0]) == KEYS["Attribution"]
