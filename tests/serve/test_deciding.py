"""The forms by which something is decided: what they show, what they append, and what they refuse."""

import re

import pytest

from accordingto.records import Span
from accordingto.serve.security import gate
from accordingto.serve.security.users import User

WHY = {"why": "read again"}
USUAL = "The words say so"


@pytest.fixture
def figure(casebook):
    return next(casebook.figures())


@pytest.fixture
def statement(casebook):
    return next(casebook.statements())


def text_of(casebook, one):
    return casebook.ledgers_of(one.document)[-1].document.text


def fields_of(page):
    """What the fields of a page's form to decide hold, as a browser would send them."""
    form = re.search(r'<form method="post".*?</form>', page, re.S).group(0)
    sent = dict(
        re.findall(r'<input[^>]*? name="(\w+)" value="([^"]*)"', re.sub(r'type="(checkbox|radio)"[^>]*>', "", form))
    )
    sent |= dict(re.findall(r'<textarea[^>]*? name="(\w+)"[^>]*>([^<]*)</textarea>', form))
    for name, options in re.findall(r'<select[^>]*? name="(\w+)".*?>(.*?)</select>', form, re.S):
        sent[name] = "".join(re.findall(r"<option selected>(.*?)</option>", options))
    sent |= dict.fromkeys(re.findall(r'name="(\w+)" value="yes" checked', form), "yes")
    return {name: value for name, value in sent.items() if name != "_csrf_token"}


def decide(client, target, do, sent=(), *, seen=0, part=False):
    headers = {"HX-Request": "true"} if part else {}
    data = {"do": do, "seen": str(seen), **WHY, **dict(sent)}
    return client.post(f"/decide/{target}", data=data, headers=headers, follow_redirects=False)


def corrected(client, target, **changes):
    """What comes of the form for correcting when these fields of it are changed."""
    sent = fields_of(client.get(f"/decide/{target}?do=correct").text)
    return client.post(f"/decide/{target}", data=sent | WHY | changes, follow_redirects=False)


def problems(page):
    return re.findall(r'class="problem"[^>]*>([^<]+)<', page.text)


# ------------------------------------------------------------------------------------------------ accepting, rejecting


def test_a_decision_carries_its_user_and_reason(client, casebook, figure):
    """What the form sends is appended in the name of who sent it."""
    assert decide(client, f"figure:{figure.id}", "accept").status_code == 303
    (made,) = casebook.decisions()
    assert (made.target, made.kind, made.why, made.by) == (f"figure:{figure.id}", "accept", "read again", "tester")


def test_a_usual_reason_takes_one_click(client, casebook, statement):
    """The button of a usual reason decides with that reason, whatever stands in the field."""
    page = client.get(f"/decide/statement:{statement.id}?do=accept").text
    assert f'<button name="usual" value="{USUAL}">' in page
    decide(client, f"statement:{statement.id}", "accept", {"usual": USUAL, "why": ""})
    assert casebook.decisions()[0].why == USUAL


@pytest.mark.parametrize("do", ["accept", "reject", "grade", "correct"])
def test_nothing_is_decided_without_a_reason(client, casebook, figure, do):
    """Every form asks for one again, and nothing is appended."""
    answer = decide(client, f"figure:{figure.id}", do, {"why": "  "})
    assert answer.status_code == 422
    assert "say why: the reason stays beside the decision" in problems(answer)
    assert casebook.decisions() == ()


def test_rejected_is_what_the_lists_leave_out(client, casebook, figure):
    """A rejected figure is in no list any more."""
    decide(client, f"figure:{figure.id}", "reject")
    assert figure.id not in {one.id for one in casebook.figures()}


def test_the_way_back_is_where_the_form_came_from(client, figure):
    """After deciding the browser goes to the page that the form was opened on, at the element of the target."""
    page = client.get(
        f"/decide/figure:{figure.id}?do=accept", headers={"Referer": "http://127.0.0.1/figures?harm=killed"}
    )
    answer = decide(client, f"figure:{figure.id}", "accept", fields_of(page.text) | WHY)
    assert answer.headers["location"] == f"/figures?harm=killed#about-figure-{figure.id.replace('/', '-')}"


@pytest.mark.parametrize(
    "back", ["//evil.test/", "/\\evil.test", "https://evil.test/", "/\t/evil.test", "javascript:1"]
)
def test_the_way_back_never_leads_elsewhere(client, figure, back):
    """An address that is none of the workbench's is not gone to."""
    answer = decide(client, f"figure:{figure.id}", "accept", {"back": back})
    assert answer.headers["location"] == f"/decide/figure:{figure.id}"


def test_what_is_not_there_is_told_so(client):
    """A target that is nothing, or in no report, is a page that says so."""
    for target in ("figure:0123456789abcdef/f1", "figure:", "nonsense", "report:0123456789", "contest:none"):
        assert client.get(f"/decide/{target}").status_code == 404, target


def test_a_reader_looks_and_does_not_decide(client, casebook, figure, monkeypatch):
    """A reader's pages have no buttons, and what a reader sends is refused in plain words."""
    monkeypatch.setattr(gate, "User", lambda *, name, role: User(name=name, role="reader"))  # noqa: ARG005
    page = client.get(f"/decide/figure:{figure.id}?do=accept")
    assert page.status_code == 200
    assert 'method="post"' not in page.text
    answer = decide(client, f"figure:{figure.id}", "accept")
    assert answer.status_code == 403
    assert "reviewer" in answer.text
    assert casebook.decisions() == ()


# ------------------------------------------------------------------------------------------- others decide meanwhile


def test_what_was_decided_meanwhile_is_shown_first(client, casebook, figure):
    """A form that was opened before somebody else decided appends nothing, and says who, what and why."""
    casebook.decide(f"figure:{figure.id}", "reject", by="Ana", why="a street number")
    answer = decide(client, f"figure:{figure.id}", "accept")
    assert answer.status_code == 409
    assert "Ana rejected a figure" in answer.text
    assert "a street number" in answer.text
    assert len(casebook.decisions()) == 1


def test_who_has_seen_it_can_decide_all_the_same(client, casebook, figure):
    """The form that is shown then knows of the other decision, and is taken when it is sent once more."""
    other = casebook.decide(f"figure:{figure.id}", "reject", by="Ana", why="a street number")
    again = fields_of(decide(client, f"figure:{figure.id}", "accept").text)
    assert again["seen"] == str(other.number)
    assert again["why"] == "read again"
    assert decide(client, f"figure:{figure.id}", "accept", again).status_code == 303
    assert [one.kind for one in casebook.decisions()] == ["reject", "accept"]


def test_corrections_that_were_typed_are_not_lost(client, casebook, figure):
    """The form comes again with what was typed in, not with what the figure was."""
    sent = fields_of(client.get(f"/decide/figure:{figure.id}?do=correct").text)
    casebook.decide(f"figure:{figure.id}", "accept", by="Ana", why="it says so")
    answer = decide(client, f"figure:{figure.id}", "correct", sent | {"low": "7", "high": "9"})
    assert answer.status_code == 409
    again = fields_of(answer.text)
    assert (again["low"], again["high"]) == ("7", "9")


# --------------------------------------------------------------------------------------------------------- correcting


def test_only_what_was_changed_is_corrected(client, casebook, figure):
    """The decision holds the fields that differ from the figure as it was taken, and no others."""
    assert corrected(client, f"figure:{figure.id}", low="1,200", harm="killed").status_code == 303
    harm = {"harm": "killed"} if figure.figure.harm != "killed" else {}
    assert casebook.decisions()[0].value == {"low": 1200} | harm


def test_a_form_that_changes_nothing_is_no_correction(client, casebook, figure, statement):
    """What is sent as it was shown asks for a change, or to accept it."""
    for target in (f"figure:{figure.id}", f"statement:{statement.id}"):
        answer = corrected(client, target)
        assert answer.status_code == 422
        assert "nothing is changed" in answer.text
    assert casebook.decisions() == ()


def test_every_field_of_a_figure_can_be_corrected(client, casebook, figure):
    """Each field takes effect as it was filled in."""
    change = {
        "low": "10", "high": "20", "approx": "yes", "vague": "yes", "unit": "soldiers", "harm": "injured",
        "who": "combatants", "group": "Ostrans", "age": "adults", "sex": "male", "place": "Goma", "country": "cd",
        "period": "2003-03/2006-06", "as_of": "2006-07-01", "basis": "estimate", "since_last": "yes", "per": "p1d",
        "denied": "yes", "speaker": "Ada Quill", "speaker_kind": "person",
    }  # fmt: skip
    assert corrected(client, f"figure:{figure.id}", **change).status_code == 303
    one = next(found for found in casebook.figures() if found.id == figure.id)
    now = one.figure
    assert (now.low, now.high, now.approx, now.vague, now.unit, now.harm) == (10, 20, True, True, "soldiers", "injured")
    assert (now.who, now.group, now.age, now.sex) == ("combatants", "Ostrans", "adults", "male")
    assert (now.place.name, now.place.country, now.period, now.as_of) == ("Goma", "CD", "2003-03/2006-06", "2006-07-01")
    assert (now.basis, now.since_last, now.per, now.denied) == ("estimate", True, "P1D", True)
    assert (one.speaker.name, one.speaker.kind) == ("Ada Quill", "person")


def test_emptied_fields_are_not_known(client, casebook, figure):
    """An emptied field is null afterwards, and without a speaker the figure is the outlet's own."""
    assert (
        corrected(client, f"figure:{figure.id}", high="", place="", country="", period="", speaker="").status_code
        == 303
    )
    one = next(found for found in casebook.figures() if found.id == figure.id)
    assert (one.figure.high, one.figure.place, one.figure.period, one.speaker) == (None, None, None, None)


def test_a_place_is_looked_up(client, casebook, figure):
    """A place whose country is left empty gets the one that the gazetteer knows."""
    corrected(client, f"figure:{figure.id}", place="Baghdad", country="")
    assert casebook.decisions()[0].value["place"] == {"name": "Baghdad", "country": "IQ"}


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("low", "many", "is no number"),
        ("low", "nan", "is no number"),
        ("low", "99999", "there is no number"),
        ("period", "last spring", "write it as 2003"),
        ("as_of", "2003-13", "write it as 2003"),
        ("country", "Iraq", "two letters"),
        ("per", "a day", "P1D"),
        ("harm", "slain", "take one of"),
        ("unit", "", "say what is counted"),
        ("span", "no such words", "does not stand in the report"),
        ("span", "", "to take the figure away, reject it"),
        ("speaker", "Ada Quill", "say what kind of source"),
    ],
)
def test_what_does_not_fit_is_told_beside_its_field(client, casebook, figure, field, value, told):
    """An error names the value and what to write, the form keeps what was typed, and nothing is appended."""
    answer = corrected(client, f"figure:{figure.id}", **{field: value, "high": "9000"})
    assert answer.status_code == 422
    assert any(told in one for one in problems(answer)), problems(answer)
    assert 'aria-invalid="true"' in answer.text
    assert casebook.decisions() == ()


def test_words_elsewhere_in_the_report_can_be_taken(client, casebook, figure):
    """The words of a figure are looked for in its report, and their place follows from them."""
    text = text_of(casebook, figure)
    words = "said " + figure.figure.span.text
    corrected(client, f"figure:{figure.id}", span=words)
    start = text.index(words)
    assert casebook.decisions()[0].value == {"span": {"start": start, "end": start + len(words), "text": words}}


def test_words_that_stand_in_several_places_are_asked_about(client, casebook, figure):
    """Each place is offered with the words around it; with one chosen, it is taken."""
    text = text_of(casebook, figure)
    second = text.index("people", text.index("people") + 1)
    answer = corrected(client, f"figure:{figure.id}", counted="people")
    assert answer.status_code == 422
    offered = re.findall(r'type="radio" name="counted_at" value="(\d+)"', answer.text)
    assert str(second) in offered
    assert corrected(client, f"figure:{figure.id}", counted="people", counted_at=str(second)).status_code == 303
    assert casebook.decisions()[0].value["counted"] == {"start": second, "end": second + 6, "text": "people"}


def test_a_statement_is_corrected(client, casebook, statement):
    """Stance, manner, speaker, and what is said in two parts."""
    said = statement.attribution.content[0].text
    first, last = said.split()[:2], said.split()[-2:]
    change = {"stance": "denies", "manner": "mixed", "content_0": " ".join(first), "content_1": " ".join(last)}
    assert corrected(client, f"statement:{statement.id}", **change, speaker="").status_code == 303
    one = next(found for found in casebook.statements() if found.id == statement.id)
    assert (one.attribution.stance, one.attribution.manner, one.speaker) == ("denies", "mixed", None)
    assert [span.text for span in one.attribution.content] == [" ".join(first), " ".join(last)]


def test_what_is_said_cannot_be_emptied(client, casebook, statement):
    """A statement without words is none."""
    answer = corrected(client, f"statement:{statement.id}", content_0="")
    assert any("give the words that are said" in one for one in problems(answer))
    assert casebook.decisions() == ()


# ------------------------------------------------------------------------------------------------------------- adding


def test_selected_words_are_in_the_form(client, casebook, figure):
    """The place that was selected in the report is that of the words of the new figure, with who speaks there."""
    start, end = figure.figure.span.start, figure.figure.span.end
    page = client.get(f"/decide/report:{figure.document}?do=add&what=figure&start={start}&end={end}").text
    sent = fields_of(page)
    assert (sent["span"], sent["span_at"], sent["speaker"]) == (
        figure.figure.span.text,
        str(start),
        figure.speaker.name,
    )


def test_a_missed_figure_is_added(client, casebook, figure):
    """It is in the lists, with its place, speaker and statement."""
    text = text_of(casebook, figure)
    word = text[figure.statement[0].start :].split()[0]
    start = figure.statement[0].start
    data = {
        "what": "figure",
        "span": word,
        "span_at": str(start),
        "low": "5",
        "unit": "people",
        "speaker": figure.speaker.name,
    }
    assert decide(client, f"report:{figure.document}", "add", data).status_code == 303
    added = next(one for one in casebook.figures() if one.id.endswith(f"/d{casebook.decisions()[0].number}"))
    assert (added.figure.span, added.figure.low, added.figure.high) == (
        Span.of(text, start, start + len(word)),
        5,
        None,
    )
    assert (added.speaker.name, added.statement) == (figure.speaker.name, figure.statement)


def test_a_missed_statement_is_added(client, casebook, figure):
    """Its speaker, cue and content are those of the form."""
    data = {
        "what": "statement", "content_0": figure.sentence.text.split(" said ")[1], "cue": "said",
        "cue_at": str(text_of(casebook, figure).index("said")), "stance": "asserts", "manner": "indirect",
        "speaker": "Ada Quill", "speaker_kind": "person",
    }  # fmt: skip
    assert decide(client, f"report:{figure.document}", "add", data).status_code == 303
    (added,) = [one for one in casebook.statements() if one.speaker and one.speaker.name == "Ada Quill"]
    assert (added.attribution.cue.text, added.attribution.manner) == ("said", "indirect")


def test_a_new_figure_says_how_many(client, casebook, figure):
    """Without a number it is none."""
    answer = decide(client, f"report:{figure.document}", "add", {"what": "figure", "span": "Report", "unit": "people"})
    assert any("how many does it say?" in one for one in problems(answer))
    assert casebook.decisions() == ()


def test_none_is_a_number_too(client, casebook, figure):
    """A new figure of 0 is kept as 0."""
    data = {"what": "figure", "span": figure.sentence.text[:5], "low": "0", "high": "0", "unit": "people"}
    assert decide(client, f"report:{figure.document}", "add", data).status_code == 303
    assert casebook.decisions()[0].value["figure"]["low"] == 0


# ------------------------------------------------------------------------------------------------- grading and undoing


def test_whether_and_who_are_graded_apart(client, casebook, figure):
    """A grade has two fields, of which either may be left."""
    decide(client, f"figure:{figure.id}", "grade", {"grade": "fair", "responsible": "contested"})
    assert casebook.decisions()[0].value == {"grade": "fair", "responsible": "contested"}
    answer = decide(client, f"figure:{figure.id}", "grade", {"grade": "", "responsible": ""}, seen=99)
    assert "choose a grade, or who did it" in answer.text


def test_the_last_decision_is_undone(client, casebook, figure):
    """The form offers the last one first; undone, the figure is as before."""
    decide(client, f"figure:{figure.id}", "reject")
    page = client.get(f"/decide/figure:{figure.id}?do=undo").text
    number = casebook.decisions()[0].number
    assert f'name="decision" value="{number}" checked' in page
    decide(client, f"figure:{figure.id}", "undo", {"decision": str(number)}, seen=number)
    assert figure.id in {one.id for one in casebook.figures()}
    assert [one.kind for one in casebook.decisions()] == ["reject", "undo"]


def test_an_undoing_can_be_undone(client, casebook, figure):
    """What was undone by mistake stands again."""
    rejected = casebook.decide(f"figure:{figure.id}", "reject", by="Ana", why="no")
    undoing = casebook.decide(f"decision:{rejected.number}", "undo", by="Ana", why="a slip")
    decide(client, f"figure:{figure.id}", "undo", {"decision": str(undoing.number)}, seen=undoing.number)
    assert figure.id not in {one.id for one in casebook.figures()}


def test_where_nothing_was_decided_nothing_is_undone(client, figure):
    """The form to undo says so."""
    assert "Nothing was decided about this figure" in client.get(f"/decide/figure:{figure.id}?do=undo").text


# ------------------------------------------------------------------------------------------------ speakers, contests


def test_speakers_are_merged(client, casebook):
    """Those that are chosen are one voice afterwards."""
    one, other = list(casebook.sources())[:2]
    page = client.get(f"/decide/{one.id}?do=merge&q={other.name.split()[-1]}").text
    assert f'name="with" value="{other.id}"' in page
    assert decide(client, one.id, "merge", {"with": other.id}).status_code == 303
    names = {name for voice in casebook.sources() if voice.id in {one.id, other.id} for name in voice.names}
    assert names == {one.name, other.name}


def test_a_speaker_is_split(client, casebook):
    """The names that are chosen are another voice afterwards."""
    voice = next(one for one in casebook.sources() if len(one.spellings) > 1)
    apart = voice.spellings[-1].id
    assert decide(client, voice.id, "split", {"with": apart}).status_code == 303
    voices = [{spelling.id for spelling in one.spellings} for one in casebook.sources()]
    assert {apart} in voices
    assert {spelling.id for spelling in voice.spellings} - {apart} in voices


def test_not_all_of_a_speaker_is_split_off(client, casebook):
    """Somebody must be left."""
    voice = next(one for one in casebook.sources() if len(one.spellings) > 1)
    answer = decide(client, voice.id, "split", {"with": [one.id for one in voice.spellings]})
    assert any("these are all its names" in one for one in problems(answer))


@pytest.mark.parametrize("do", ["merge", "split"])
def test_speakers_need_others(client, casebook, do):
    """Nothing chosen is nothing decided."""
    voice = next(one for one in casebook.sources() if len(one.spellings) > 1)
    assert decide(client, voice.id, do).status_code == 422
    assert casebook.decisions() == ()


# ------------------------------------------------------------------------------------------------------ beside a page


def test_beside_a_page_the_form_is_a_part(client, figure):
    """HTMX gets the form alone, whose heading is below that of the page."""
    part = client.get(f"/decide/figure:{figure.id}?do=accept", headers={"HX-Request": "true"}).text
    assert "<html" not in part
    assert '<h2 id="decide-title"' in part


def test_new_buttons_take_the_place_of_the_old(client, figure):
    """What leaves the page as it is answers with the new state of its buttons."""
    answer = decide(client, f"figure:{figure.id}", "accept", part=True)
    assert answer.status_code == 200
    assert "<template data-buttons>" in answer.text
    assert "accepted</span>" in answer.text


@pytest.mark.parametrize("do", ["correct", "undo"])
def test_what_changes_the_page_loads_it_anew(client, casebook, figure, do):
    """A correction and an undoing show in more places than one."""
    number = casebook.decide(f"figure:{figure.id}", "accept", by="tester", why="so").number
    sent = {
        "correct": {"low": "1", "unit": "people", "span": figure.figure.span.text},
        "undo": {"decision": str(number)},
    }
    answer = decide(client, f"figure:{figure.id}", do, sent[do], seen=number, part=True)
    assert answer.headers["hx-refresh"] == "true"


def test_what_does_not_fit_comes_as_a_part(client, figure):
    """The form with its errors takes the place of the form; to a browser it is no failed request."""
    answer = decide(client, f"figure:{figure.id}", "accept", {"why": ""}, part=True)
    assert answer.status_code == 200
    assert "say why" in answer.text
