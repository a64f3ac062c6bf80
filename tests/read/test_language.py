"""What holds for the language of a report."""

import pytest

from accordingto.errors import OtherLanguage
from accordingto.read import read
from accordingto.read.language import tell

ENGLISH = (
    "At least seventeen people were killed when a shell hit the market, rescue workers said. A spokesman for the "
    "army denied that its guns had fired on the town. The United Nations called for an inquiry both would accept. "
)
OTHERS = {
    "de": "Bei einem Angriff auf einen Markt sind nach Angaben der Retter siebzehn Menschen getötet worden. Ein "
    "Sprecher der Armee sagte, man prüfe die Berichte noch.",
    "fr": "Dix-sept personnes ont été tuées dans une frappe contre un marché, selon les secouristes. Un porte-parole "
    "de l'armée a démenti ces informations.",
    "es": "Diecisiete personas murieron en un ataque contra un mercado, según los servicios de rescate. Un portavoz "
    "del ejército negó los hechos.",
    "nl": "Bij een aanval op een markt zijn volgens hulpverleners zeventien mensen omgekomen. Een woordvoerder van het "
    "leger zei dat de berichten worden onderzocht.",
    "tr": "Kurtarma ekiplerine göre pazar yerine düzenlenen saldırıda on yedi kişi öldü. Ordu sözcüsü haberlerin "
    "araştırıldığını söyledi.",
    "ru": "По меньшей мере семнадцать человек погибли в результате удара по рынку, сообщили спасатели.",
    "uk": "Щонайменше сімнадцять людей загинули внаслідок удару по ринку, повідомили рятувальники.",
    "ar": "قتل سبعة عشر شخصا على الأقل في هجوم على سوق، بحسب رجال الإنقاذ، ونفى متحدث باسم الجيش ذلك.",
    "zh": "救援人员说,一处市场遭到袭击,至少十七人死亡。军方发言人否认了有关报道。",
    "sw": "Watu wasiopungua kumi na saba wameuawa katika shambulio la sokoni, walisema waokoaji. Msemaji wa "
    "jeshi alikana.",
}


@pytest.mark.parametrize("code", OTHERS)
def test_other_languages_are_refused_by_name(code):
    """A report that is not English is refused, and the message says which language it is in."""
    with pytest.raises(OtherLanguage, match=rf"is in [A-Z]\w+ \({code}\)"):
        read(OTHERS[code].encode(), name="x")


@pytest.mark.parametrize("code", ["de", "fr", "es", "nl", "tr", "sw"])
def test_capitals_do_not_hide_a_language(code):
    """Text all in capitals is told like any other."""
    assert tell(OTHERS[code].upper()).code == code


def test_english_is_told_in_capitals():
    """English all in capitals, as wire services sent it, is English."""
    assert tell(ENGLISH.upper()).code == "en"


@pytest.mark.parametrize("code", OTHERS)
def test_english_with_foreign_quotations_is_english(code):
    """A quotation in another language does not make an English report foreign."""
    assert tell(f"{ENGLISH}\n\n“{OTHERS[code]}”\n\n{ENGLISH}").code == "en"


@pytest.mark.parametrize("code", OTHERS)
def test_foreign_report_with_an_english_quotation_is_refused(code):
    """An English sentence does not make a foreign report English."""
    assert tell(f"{OTHERS[code]} " * 5 + ENGLISH[:90]).code == code


@pytest.mark.parametrize(
    "text",
    ["Hello.", "1,234 5,678", "—", "Ali Hassan, Omar Bakri, Lena Ortiz", "Mosul Basra Erbil Kirkuk Najaf Karbala"],
)
def test_too_few_words_are_left_open(text):
    """Names, figures and single words have no language: the document goes on with None and a note."""
    document = read(text.encode(), name="x")
    assert document.language is None
    assert any(note.startswith("language not told") for note in document.notes)


def test_long_text_is_judged_from_all_its_parts():
    """A long German report behind an English beginning is German."""
    assert tell(ENGLISH + f"{OTHERS['de']} " * 400).code == "de"


def test_verdict_says_why():
    """The verdict carries its reason, for a reviewer."""
    assert "function words" in tell(ENGLISH).why
