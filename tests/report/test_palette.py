import re
from importlib.resources import files

import pytest

CSS = files("accordingto.report").joinpath("page.css").read_text(encoding="utf-8")
HUES = [f"hue{n}" for n in "0123456x"]


def palettes():
    """The colours of the light, the dark and the printed page."""
    light = dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", CSS[: CSS.index("@media")]))
    dark = CSS[CSS.index("prefers-color-scheme: dark") : CSS.index(".h0")]
    printed = CSS[CSS.index("@media print") : CSS.index("@page")]
    return {
        "light": (light, 0.24),
        "dark": ({**light, **dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", dark))}, 0.30),
        "print": ({**light, **dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", printed))}, 0.0),
    }


def rgb(colour):
    return [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]


def mixed(over, under, part):
    return [part * a + (1 - part) * b for a, b in zip(rgb(over), rgb(under), strict=True)]


def contrast(one, two):
    """Contrast by WCAG 2.2."""

    def luminance(colour):
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((luminance(one), luminance(two)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
@pytest.mark.parametrize("hue", HUES)
def test_names_are_readable(scheme, hue):
    """A voice's colour has AA contrast on the paper, on the card, and on a mark of its own hue."""
    colours, _ = palettes()[scheme]
    for ground in (rgb(colours["paper"]), rgb(colours["raised"]), mixed(colours[hue], colours["paper"], 0.12)):
        assert contrast(rgb(colours[hue]), ground) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
@pytest.mark.parametrize("hue", HUES)
def test_marked_words_are_readable(scheme, hue):
    """The words of a statement have AA contrast on the strongest mark of any hue."""
    colours, strongest = palettes()[scheme]
    assert contrast(rgb(colours["ink"]), mixed(colours[hue], colours["paper"], strongest)) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
def test_quiet_words_are_readable(scheme):
    """Quiet words and links have AA contrast on the paper and on the card."""
    colours, _ = palettes()[scheme]
    for name in ("soft", "link"):
        for ground in ("paper", "raised"):
            assert contrast(rgb(colours[name]), rgb(colours[ground])) >= 4.5


def test_the_strongest_marks_are_those_of_the_style():
    """The strengths that are measured here are those that the style uses."""
    assert re.findall(r"--tint-on: (\d+)%", CSS) == ["24", "30"]
