"""Manner: whether content is quoted wholly, in part or not at all."""

import pytest

from accordingto.attribute.manner import manner
from accordingto.language.quotations import quotations


def of(marked, cue=None):
    """The manner of the content between [ and ] in `marked`."""
    text, content = "", []
    for part in marked.replace("]", "[").split("["):
        content.append(len(text))
        text += part
    content.append(len(text))
    spans = [(content[i], content[i + 1]) for i in range(1, len(content) - 1, 2)]
    at = (text.index(cue), text.index(cue) + len(cue)) if cue else None
    return manner(text, spans, quotations(text), at)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('["We left,"] he said.', "direct"),
        ('["We left,"] he said. ["It was dark."]', "direct"),
        ('"[We left]," he said.', "direct"),
        ('He said [that "we left"].', "direct"),
        ("[“We left.\n\n“It was dark.”]", "direct"),
        ('He said, ["We left and never came back.]\n\nThe town is calm.', "direct"),
        ("He said [that they left].", "indirect"),
        ('He said [they left], "a shame".', "indirect"),
        ("He said [that they “left in haste”].", "mixed"),
        ('["We left,"] he said, adding [that it was dark].', "mixed"),
        ('He said ["we left" and "it was dark"].', "mixed"),
        ('["We left," - "and it was dark."]', "direct"),
        ("He said [the so-called ““iron fist””].", "mixed"),
        ('He said [""].', "indirect"),
    ],
)
def test_manner_follows_the_guidelines(text, expected):
    """All words in marks are direct, none is indirect, both is mixed; punctuation and a leading "that" do not count."""
    assert of(text) == expected


def test_marks_around_the_cue_too_belong_to_the_outer_speaker():
    """Within somebody's quotation, reported content without marks of its own is indirect."""
    assert of('"They claim [that the bridge fell]," he said.', cue="claim") == "indirect"


def test_marks_within_an_outer_quotation_count():
    """Within somebody's quotation, inner marks quote."""
    assert of("“They said [“the bridge fell”] and left,” he said.", cue="said") == "direct"


def test_content_in_marks_that_hold_no_cue_is_direct():
    """The same span without a cue inside the marks is direct."""
    assert of('"They claim [that the bridge fell]," he said.') == "direct"
