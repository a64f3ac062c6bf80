"""The names of places in a text, as far as a preposition, a noun for a place or the list of countries shows them."""

from __future__ import annotations

from collections.abc import Iterator

from accordingto.count.place_nouns import PlaceName, told_by_noun
from accordingto.count.words import Words
from accordingto.language.en.quantities import figure_words, numbers, people
from accordingto.language.en.speakers import countries, demonyms, media_names, organisation_nouns

_LONGEST = 6
_SHOUTED_LONGEST = 3
_LED_REACH = 6
_ACRONYM = 5
_WEAK = frozenset({"from", "of", "between"})
_SMALL = frozenset({"the", "a", "its", "and"})


def place_names(words: Words) -> list[PlaceName]:
    """The names of places in text order; a name that is shown to be a place once is one throughout."""
    told = {n.start: n for n in told_by_noun(words)}
    found = sorted((*(n for n in _candidates(words) if n.start not in told), *told.values()), key=lambda n: n.start)
    known = {_key(words, n) for n in found if n.sure}
    return [n for n in found if n.sure or _key(words, n) in known or _likely(words, n)]


def _candidates(words: Words) -> Iterator[PlaceName]:
    at, size = 0, len(words.all)
    while at < size:
        name = _led(words, at) or _possessive(words, at)
        if name is not None:
            yield name
        at = name.whole if name is not None else at + 1


def _key(words: Words, name: PlaceName) -> str:
    """The name without nouns for places, to know it again."""
    parts = [words.lower(i) for i in range(name.start, name.end)]
    return " ".join(p for p in parts if p not in figure_words("place_noun")) or " ".join(parts)


def _likely(words: Words, name: PlaceName) -> bool:
    """Whether a name that nothing shows to be a place may be one: `in Qamishli`, but not in a headline's capitals."""
    if words.shouted or name.weak or words.lower(name.start - 1) not in figure_words("sure_place"):
        return False
    first, _ = words.sentence(name.start)
    if words.lower(name.end) in {"'", "’"} or words.lower(name.end - 1).endswith("'s"):
        return False
    return words.all[name.start - 1].text[0].islower() or name.start - 1 == first


def _led(words: Words, at: int) -> PlaceName | None:
    """The place that a preposition at word `at` leads to: `in the northern city of Mosul`, `near Qandil`."""
    word = words.all[at].lower
    if word not in figure_words("place_before") and word not in _WEAK:
        return None
    _, stop = words.sentence(at)
    begin, noun = _past_description(words, at + 1, stop)
    return _named(words, begin, stop, weak=word in _WEAK, led=noun)


def _possessive(words: Words, at: int) -> PlaceName | None:
    """A country that has something: `Iraq's total losses`, `Indonesia's Aceh province`."""
    word = words.all[at]
    if word.kind != "word" or not word.text[0].isupper() or not _of_country(word.lower):
        return None
    _, stop = words.sentence(at)
    return _named(words, at, stop, weak=True, led=False)


def _named(words: Words, begin: int, stop: int, *, weak: bool, led: bool) -> PlaceName | None:
    """The place whose name begins at `begin`; `led` where a noun for a place leads to it."""
    owner = _of_country(words.lower(begin)) if begin < stop else None
    start = _past_description(words, begin + 1, stop)[0] if owner else begin
    end = _name_end(words, start, stop)
    if end is None:
        if not owner:
            return None
        return PlaceName(begin, begin + 1, begin + 1, owner, weak, sure=True)
    whole, container = _containers(words, end, stop)
    country = container or _country(words, start, end) or owner
    noun = words.lower(end - 1) in figure_words("place_noun")
    return PlaceName(start, end, whole, country, weak, sure=bool(country or led or noun or whole > end))


def _past_description(words: Words, at: int, stop: int) -> tuple[int, bool]:
    """Where the name begins behind `the eastern city of`, and whether a noun for a place leads to it."""
    noun = False
    begin = at
    for _ in range(_LED_REACH):
        lower = words.lower(at)
        small = at < stop and (words.shouted or words.all[at].text[0].islower())
        if lower in figure_words("place_noun") and (words.lower(at + 1) == "of" or small):
            of = words.lower(at + 1) == "of"
            if words.shouted and not of:
                break
            noun, begin, at = True, at + 1 + of, at + of
        elif _describes(words, at, small=small):
            begin = at + 1
        else:
            break
        at += 1
    return begin, noun


def _describes(words: Words, at: int, *, small: bool) -> bool:
    """Whether a word only describes the place behind it: `the`, `northern`, `Syrian` before `city`."""
    lower = words.lower(at)
    if small and (lower in _SMALL or lower in figure_words("direction")):
        return True
    return lower in demonyms() and words.lower(at + 1) in figure_words("place_noun") | figure_words("direction")


def _name_end(words: Words, begin: int, stop: int) -> int | None:
    """The end of the name that begins at `begin`; None where none does."""
    last = _shouted_end(words, begin, stop) if words.shouted else _capital_end(words, begin, stop)
    if last == begin or words.lower(begin) in figure_words("not_place") or words.lower(begin) in numbers():
        return None
    final = words.lower(last - 1)
    title = words.all[last - 1].text[0].isupper() and not words.shouted
    body = final in organisation_nouns() and (title or final not in figure_words("place_noun"))
    body = body or any(words.lower(i) in organisation_nouns() for i in range(begin, last - 1))
    name = " ".join(words.lower(i) for i in range(begin, last))
    if body or final in people() or name in media_names() or words.lower(begin) in figure_words("time"):
        return None
    common = final in figure_words("place_noun") or final in figure_words("direction")
    return None if last == begin + 1 and (common or _acronym(words, begin)) else last


def _capital_end(words: Words, begin: int, stop: int) -> int:
    """The end of the words with capitals from `begin` on, with a noun for a place behind them."""
    at = last = begin
    while at < min(stop, begin + _LONGEST):
        word = words.all[at]
        if word.kind == "word" and word.text[0].isupper() and word.lower not in figure_words("not_place"):
            last = at + 1
        elif (
            at == begin
            or not (word.lower in figure_words("name_link") or word.text == "-")
            or word.lower in {"and", "the"}
        ):
            break
        at += 1
    return last + (last > begin and words.lower(last) in figure_words("place_noun"))


def _shouted_end(words: Words, begin: int, stop: int) -> int:
    """The end of a name in a text that is all in capitals: up to a noun for a place, a sign or a function word."""
    for at in range(begin, min(stop, begin + _SHOUTED_LONGEST + 1)):
        word = words.all[at]
        if word.lower in figure_words("place_noun"):
            return at + 1
        if word.kind != "word" or word.lower in _name_stops():
            return at
    return begin


def _name_stops() -> frozenset[str]:
    """Words that end a name in a text that is all in capitals."""
    return figure_words("stop") | figure_words("week") | figure_words("name_stop")


def _acronym(words: Words, at: int) -> bool:
    """Whether one word in capitals is no country, and so more likely a body."""
    word = words.all[at]
    return not words.shouted and word.text.isupper() and len(word.text) <= _ACRONYM and word.lower not in countries()


def _containers(words: Words, end: int, stop: int) -> tuple[int, str | None]:
    """The end of the places that a place lies in (`Tikrit, Salah al-Din province, Iraq`), and the country."""
    whole, country = end, None
    for _ in range(2):
        if words.lower(whole) != "," or whole + 1 >= stop:
            break
        begin, _ = _past_description(words, whole + 1, stop)
        further = _name_end(words, begin, stop)
        if further is None:
            break
        named = _country(words, begin, further)
        if named is None and words.lower(further - 1) not in figure_words("place_noun"):
            break
        whole, country = further, named or country
    return whole, country


def _of_country(word: str) -> str | None:
    """The code of the country whose possessive a word is."""
    return countries().get(word[:-2]) if word.endswith("'s") else None


def _country(words: Words, begin: int, end: int) -> str | None:
    """The code of the country or capital that the name is, nouns for places aside."""
    listed = countries()
    nouns = figure_words("place_noun") | figure_words("direction")
    parts = [words.lower(i) for i in range(begin, end)]
    bare = [p for p in parts if p not in nouns]
    return listed.get(" ".join(parts)) or listed.get(" ".join(bare).removesuffix("'s"))
