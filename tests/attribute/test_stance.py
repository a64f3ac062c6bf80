"""Stance: what the source's attitude is, told from cue and complement."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.attribute.stance import stance


def of(marked):
    """The stance in `marked`, where {cue} and [content] are marked."""
    text, cue, content, opened = "", None, [], 0
    for char in marked:
        if char in "{[":
            opened = len(text)
        elif char == "}":
            cue = (opened, len(text))
        elif char == "]":
            content.append((opened, len(text)))
        else:
            text += char
    return stance(text, cue, content)


CASES = {
    "asserts": [
        "The mayor {said} [that the bridge was closed].",
        "{According to} the mayor, [over 40 houses burned].",
        "The mayor {has repeatedly claimed} [to have seen the plan].",
        "The mayor {did not deny} [that the bridge was closed].",
        "The group {claimed responsibility for} [the attack].",
        "The council {condemned} [the attack].",
        "She {told reporters} [he plans to leave].",
        "[Two boats] {reportedly} [sank].",
        "The farmers {frobnicated} [that the dam leaked].",
        "The mayor {did not mention} [the bridge].",
        "The mayor {agreed} [that the bridge was old].",
    ],
    "denies": [
        "The ministry {denied} [that it had sold the land].",
        "He {rejected claims} [that votes were bought].",
        "The firm {has dismissed as false} [the report].",
        "The firm {called the report false} [and misleading].",
        "She {disputed} [the figure].",
        "He {did not agree} [that the dam was safe].",
    ],
    "doubts": [
        "She {questioned whether} [the count was complete].",
        "He {is not convinced} [that the dam is safe].",
        "He {does not believe} [the dam is safe].",
        "Police {would not say} [whether the man was armed].",
        "The army {refused to confirm} [the strike].",
        "Officials {declined to say} [if he had fled].",
        "It {was unclear} [who fired].",
        "Doctors {raised doubts about} [the toll].",
        "The ministry {did not rule out} [a second leak].",
        "Police did not {say} [whether the man was armed].",
    ],
    "believes": [
        "Residents {believe} [that the well is poisoned].",
        "They {feared} [the river would rise].",
        "She {is widely expected} [to win].",
        "He {expressed concern} [that the aid would be stolen].",
        "{In the opinion of} the judge, [the law is vague].",
        "The {belief that} [the dam would hold] was common.",
        "He {has no doubt} [that she fled].",
        "He {did not question} [that the count was complete].",
        "She {said that she believed} [the road was mined].",
        "He {seemed to think} [the road was mined].",
    ],
    "wants": [
        "The union {urged} [the firm to raise pay].",
        "They {demanded} [an inquiry].",
        "The guard {told} [them to leave].",
        "The guard {told them} [to leave].",
        "She {asked} [the council to wait].",
        "She {asked for} [more time].",
        "She {asked} [for more time].",
        "He {vowed} [to return].",
        "He {has said that he wants} [to resign].",
        "The general {issued an order} [that the troops withdraw].",
        "They {called on} [both sides to stop].",
        "She {suggested} [closing the road].",
        "The panel {recommended} [that the road be closed].",
        "She {suggested} [that the road should be closed].",
        "He {refused} [to leave].",
        "She {warned} [villagers to stay away].",
        "The firm {frobnicated} [to expand].",
        "Their {plans to} [rebuild the port] are old.",
        "We {hope for} [a quick recovery].",
    ],
    "asks": [
        "She {asked} [whether the road was safe].",
        "She {asked whether} [the road was safe].",
        "He {wondered} [why nobody came].",
        "She {was asked about} [the vote].",
        "“[Why did nobody come?]” he {said}.",
        "[“Who let them in?”] she {demanded}.",
        "They {questioned} [how the money was spent].",
        "He {wants to know} [who paid].",
        "The panel {is examining} [whether the law was broken].",
    ],
}


@pytest.mark.parametrize(("expected", "text"), [(name, text) for name, texts in CASES.items() for text in texts])
def test_stance_of_cue_and_complement(expected, text):
    """The cue with its complement and negation gives the stance."""
    assert of(text) == expected


@pytest.mark.parametrize(("text", "expected"), [("[“Who came?”]", "asks"), ("[“They came.”]", "asserts")])
def test_free_quotation(text, expected):
    """A free quotation asks if it is a question, and asserts otherwise."""
    assert of(text) == expected


def test_negation_of_another_clause_does_not_count():
    """A negation before a comma belongs to another clause."""
    assert of("He did not go, {believing} [that the road was mined].") == "believes"


@given(st.text(max_size=80), st.text(max_size=40), st.text(min_size=1, max_size=80))
def test_any_text_has_a_stance(before, cue, content):
    """No text makes it fail, and the answer is one of the six."""
    text = before + cue + content
    at = (len(before), len(before) + len(cue))
    assert stance(text, at if cue else None, [(at[1], len(text))]) in CASES


def test_long_content_takes_no_longer():
    """Time does not grow with the length of text or content."""
    text = "She said " + "that the road was closed " * 200_000
    start = time.process_time()
    for _ in range(20):
        stance(text, (4, 8), [(9, len(text))])
    assert time.process_time() - start < 1
