"""What happened to those whom a figure counts: killed, injured, missing … and the words that tell it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from accordingto.count.nouns import singular
from accordingto.count.quantities import Quantity
from accordingto.count.words import Words
from accordingto.language.en.quantities import HarmPhrase, figure_words, harms, people
from accordingto.records import Harm

_AUX = figure_words("aux")
_BE = figure_words("be")
_ADVERBS = figure_words("adverb")
_CLAUSE_REACH = 14
_LEFT_REACH = 16
_WEAK_NOUNS: frozenset[Harm] = frozenset({"detained", "displaced", "casualties"})
_JOINS = frozenset(
    {"and", "or", ",", "/", "as", "well", "along", "with", "together", "plus", "while", "but", "&", ";", "–", "—"}
)
_SAVED = frozenset("save saves saved saving spare spared rescue rescued rescuing".split())


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase of harm at the words `start` to `end` (exclusive), with all its readings."""

    start: int
    end: int
    readings: tuple[HarmPhrase, ...]

    def of(self, *uses: str) -> HarmPhrase | None:
        """Its first reading of one of these uses."""
        return next((r for r in self.readings if r.use in uses), None)


@dataclass(frozen=True, slots=True)
class Told:
    """The harm, the words that tell it, and where they stand: in the phrase, to its `left` or to its `right`."""

    harm: Harm
    start: int
    end: int
    side: str


def hits(words: Words) -> dict[int, Hit]:
    """The phrases of harm in a text by their first word; where two overlap, the longer one."""
    listed = harms()
    found: dict[int, Hit] = {}
    at, size = 0, len(words.all)
    while at < size:
        phrases = listed.get(words.all[at].lower)
        step = 1
        if phrases:
            for length in sorted({len(p) for p in phrases}, reverse=True):
                name = tuple(w.lower for w in words.all[at : at + length])
                if name in phrases:
                    found[at] = Hit(at, at + length, phrases[name])
                    step = length
                    break
        at += step
    return found


class Harms:
    """The harm of each quantity of a text."""

    def __init__(self, words: Words, found: Sequence[Quantity]) -> None:
        """`found` are all quantities of the text, in order."""
        self._words = words
        self._found = found
        self._hits = hits(words)
        self._ending = {hit.end: hit for hit in self._hits.values()}
        self._starting = {q.start: i for i, q in enumerate(found)}
        self._told: list[Told | None] = [self._own(i) for i in range(len(found))]
        self._share()

    def of(self, index: int) -> Told | None:
        """What is told of quantity `index`."""
        return self._told[index]

    def included_in(self, index: int) -> int | None:
        """The quantity that this one is a part of by an "including" or "of whom" between them."""
        if index == 0:
            return None
        one, other = self._found[index - 1], self._found[index]
        first, _ = self._words.sentence(other.start)
        if one.start < first:
            return None
        between = [w.lower for w in self._words.all[_end(one) : other.start]]
        if len(between) > _LEFT_REACH:
            return None
        pairs = set(zip(between, between[1:], strict=False))
        if (
            "including" in between
            or "among" in between
            or pairs & {("of", "whom"), ("of", "which"), ("of", "them"), ("of", "those")}
        ):
            return index - 1
        return self.included_in(index - 1) if index > 1 and _linked(between) and self._same_list(index) else None

    def _same_list(self, index: int) -> bool:
        told, other = self._told[index], self._told[index - 1]
        return told is not None and other is not None and told.start == other.start

    # ------------------------------------------------------------------------------------------------- one quantity

    def _own(self, index: int) -> Told | None:
        quantity = self._found[index]
        if quantity.unit is not None and quantity.unit != "percent":
            return None
        inside = self._inside(quantity)
        if inside and not self._weak(inside):
            return inside
        first, stop = self._words.sentence(quantity.start)
        right = self._right(quantity, stop)
        if right is not None and right.side == "agent":
            return inside
        told = right or self._left(quantity, first)
        if told is None and inside and self._freed(quantity):
            return None
        return told or inside or self._toll(index, first)

    def _weak(self, inside: Told) -> bool:
        """Whether a noun names people by what was done to them before (`hostages`), so that a verb tells more."""
        noun = self._words.all[inside.end - 1].lower
        return inside.harm in _WEAK_NOUNS and (noun in people() or singular(noun) in people()) and noun != "casualties"

    def _freed(self, quantity: Quantity) -> bool:
        """Whether those counted were let go."""
        end = _end(quantity)
        around = self._words.all[max(0, quantity.start - 2) : quantity.start] + self._words.all[end : end + 4]
        return any(w.lower in figure_words("freed") for w in around)

    def _inside(self, quantity: Quantity) -> Told | None:
        """Harm in the phrase itself: its head (`12 deaths`) or a participle in it (`wounded soldiers`)."""
        if quantity.phrase is None:
            return None
        for at in range(quantity.phrase.head, quantity.phrase.start - 1, -1):
            hit = self._hits.get(at)
            if hit is None:
                continue
            head = at == quantity.phrase.head or hit.end == quantity.phrase.head + 1
            if head and (noun := hit.of("noun")):
                if noun.harm == "killed" and self._words.all[quantity.start - 1].lower in _SAVED:
                    return None
                return Told(noun.harm, hit.start, hit.end, "inside")
            state = hit.of("state") or hit.of("object")
            if not head and state and (state.use == "state" or state.form in {"part", "both"}):
                return Told(state.harm, hit.start, hit.end, "inside")
        return None

    def _right(self, quantity: Quantity, stop: int) -> Told | None:
        """Harm behind the figure: `were killed`, `died`, `dead`, `, who …, were wounded`."""
        words = self._words
        at = _end(quantity)
        passive = False
        skipped = False
        limit = min(stop, at + 3 * _CLAUSE_REACH)
        while at < limit:
            word = words.all[at]
            hit = self._hits.get(at)
            if hit:
                return self._judge(hit, stop, passive=passive, skipped=skipped)
            if word.lower in _BE or (word.lower in _AUX and passive):
                passive, skipped = True, False
                at += 1
            elif word.lower in _ADVERBS or word.lower.endswith("ly") or word.text in "\"“”'":
                at += 1
            elif word.lower in {"who", "that"}:
                at += 1
            elif passive and word.lower == "among":
                return self._among(at, limit)
            elif passive and word.lower != "in":
                return None
            else:
                jumped = self._jump(at, limit)
                if jumped is None:
                    return None
                at, skipped = jumped, True
        return None

    def _among(self, at: int, limit: int) -> Told | None:
        """`were among those killed`, `were among the dead`."""
        for i in range(at + 1, min(at + 5, limit)):
            hit = self._hits.get(i)
            reading = hit.of("object", "state", "noun") if hit else None
            if hit and reading:
                return Told(reading.harm, hit.start, hit.end, "right")
        return None

    def _jump(self, at: int, limit: int) -> int | None:
        """Where the predicate goes on behind what stands between it and the figure."""
        words = self._words
        word = words.all[at]
        closing = {",": ",", "(": ")", "–": "–", "—": "—"}.get(word.text)
        if closing:
            if at + 1 in self._hits and self._hits[at + 1].end not in self._starting:
                verb = self._hits[at + 1].of("object", "state")
                if verb and verb.form in {"part", "both", "-"} and word.text == ",":
                    return at + 1
            if word.text == "," and at + 1 < limit and words.all[at + 1].lower == "including":
                return self._resumed(at + 2, limit)
            for i in range(at + 1, min(at + _CLAUSE_REACH, limit)):
                if words.all[i].text == closing:
                    goes_on = i + 1 < limit and (words.all[i + 1].lower in _AUX or i + 1 in self._hits)
                    return i + 1 if goes_on else None
                if i in self._starting or words.all[i].text == ";":
                    return None
            return None
        if word.lower not in _LEADS_ON or at in self._starting:
            return None
        for i in range(at + 1, min(at + _CLAUSE_REACH, limit)):
            if i in self._starting or (words.all[i].kind == "sign" and words.all[i].text not in "-’'\"()"):
                return None
            if word.lower == "with" and i in self._hits and i > at + 3:  # noqa: PLR2004
                return None
            if i in self._hits or words.all[i].lower in _AUX:
                return None if word.lower == "and" and (i == at + 1 or self._acts(i)) else i
        return None

    def _resumed(self, at: int, limit: int) -> int | None:
        """Where the predicate stands behind an ", including …": at the verb behind its closing comma, or at an aux."""
        for i in range(at, min(at + _CLAUSE_REACH, limit)):
            if self._words.all[i].lower in _AUX or (i in self._hits and self._words.all[i - 1].text == ","):
                return i
        return None

    def _acts(self, at: int) -> bool:
        """Whether a verb there tells what somebody does, in a clause joined by "and": `… and injuring five`."""
        hit = self._hits.get(at)
        return hit is not None and hit.of("subject") is None and hit.of("state") is None

    def _judge(self, hit: Hit, stop: int, *, passive: bool, skipped: bool) -> Told | None:
        """Whether the hit behind a figure tells of those whom it counts; side `agent` where they did it to others."""
        told = Told(hit.readings[0].harm, hit.start, hit.end, "right")
        state = hit.of("state")
        subject = hit.of("subject")
        verb = hit.of("object")
        participle = verb is not None and verb.form in {"part", "both"}
        agent = Told(told.harm, hit.start, hit.end, "agent")
        if subject and not passive:
            return self._joined(Told(subject.harm, hit.start, hit.end, "right"), stop)
        if verb and participle and (passive or not self._object_follows(hit.end, stop)):
            if skipped and not passive and told.harm == "casualties":
                return None
            return self._joined(Told(verb.harm, hit.start, hit.end, "right"), stop)
        if verb and not passive:
            return None if skipped and verb.form == "ing" else agent
        if state:
            return self._joined(Told(state.harm, hit.start, hit.end, "right"), stop)
        if subject:
            return Told(subject.harm, hit.start, hit.end, "right")
        noun = hit.of("noun")
        with_it = self._words.all[hit.start - 1].lower == "with" or self._words.all[hit.start - 2].lower == "with"
        return (
            Told(noun.harm, hit.start, hit.end, "right") if noun and not passive and (not skipped or with_it) else None
        )

    def _object_follows(self, at: int, stop: int) -> bool:
        """Whether an object stands behind a verb, so that it is active: `killed 12 people`, `killed the guard`."""
        if at >= stop:
            return False
        word = self._words.all[at]
        if at in self._starting:
            return True
        if word.kind == "sign":
            return False
        lower = word.lower
        if lower in {
            "a",
            "an",
            "the",
            "his",
            "her",
            "their",
            "its",
            "him",
            "them",
            "each",
            "one",
            "some",
            "many",
            "himself",
            "themselves",
        }:
            return True
        return (
            lower not in _NO_OBJECT
            and not lower.endswith("ly")
            and at not in self._hits
            and word.text[0].isupper() is False
            and (lower.endswith("s") and not lower.endswith("ss"))
        )

    def _joined(self, told: Told, stop: int) -> Told:
        """Harm with the one joined to it: `killed and wounded` are casualties, `kidnapped and killed` are killed."""
        at = told.end
        words = self._words
        if at < stop and words.all[at].lower in {"and", "or", ",", "/"}:
            either = words.all[at].lower == "or"
            at += 1
            while at < stop and (words.all[at].lower in _ADVERBS or words.all[at].lower in {"or", "and"}):
                either = either or words.all[at].lower == "or"
                at += 1
            hit = self._hits.get(at)
            if hit and at not in self._starting:
                other = next((r for r in hit.readings if r.use == "state" or r.form in {"part", "both", "past"}), None)
                if other and not (other.use == "object" and self._object_follows(hit.end, stop)):
                    return Told(_both(told.harm, other.harm, either=either), told.start, hit.end, told.side)
        return told

    def _left(self, quantity: Quantity, first: int) -> Told | None:
        """Harm before the figure: `killed 12`, `the deaths of 12`, `killed a woman and two children`."""
        words = self._words
        at = quantity.start
        lists = False
        lowest = max(first, at - _LEFT_REACH)
        while at > lowest:
            hit = self._ending.get(at)
            word = words.all[at - 1]
            if hit:
                told = self._governs(hit, quantity, lists=lists)
                if told or not lists:
                    return told
            if word.lower in {"of", "for"} and not lists and at - 1 > first:
                noun = self._ending.get(at - 1)
                reading = noun.of("noun") if noun else None
                if noun and reading and word.lower == "of":
                    return self._noun_pair(Told(reading.harm, noun.start, noun.end, "left"), first)
                if reading is None and not lists:
                    return self._noun_before(at - 1, first) if word.lower == "of" else None
            if (
                word.lower in _PASSED
                or (word.lower in _ADVERBS and word.lower != "to")
                or word.lower.endswith("ly")
                or word.text in "\"“'("
            ):
                if word.lower in _BE and not (at - 2 >= first and self._ending.get(at - 1)):
                    return None
                at -= 1
            elif word.lower in {"and", ",", "with", "along", "or"} and at - 1 > first:
                lists = True
                at -= 1
            elif lists and word.kind == "word" and word.lower not in _BARS and at - 1 not in self._ends_of_figures():
                at -= 1
            else:
                return None
        return None

    def _ends_of_figures(self) -> frozenset[int]:
        return frozenset()

    def _noun_before(self, at: int, first: int) -> Told | None:
        """Harm by a noun a few words before the "of" at `at`: `the death in combat of 139`."""
        for i in range(at - 1, max(first, at - 4), -1):
            hit = self._ending.get(i)
            noun = hit.of("noun") if hit else None
            if hit and noun:
                return Told(noun.harm, hit.start, hit.end, "left") if self._words.all[i].lower == "in" else None
        return None

    def _governs(self, hit: Hit, quantity: Quantity, *, lists: bool) -> Told | None:
        """What a hit that ends before the figure tells of it."""
        verb = hit.of("object")
        begin = hit.start
        while begin > 1 and (
            self._words.all[begin - 1].lower in {"also", "either"} or self._words.all[begin - 1].lower.endswith("ly")
        ):
            begin -= 1
        before = self._words.all[begin - 1].lower if begin else ""
        if verb and verb.form == "ing" and before in _DETERMINERS:
            return None
        between = {w.lower for w in self._words.all[hit.end : quantity.start]}
        if verb:
            inverted = bool(between & _BE)
            passive = before in _BE and before not in {"have", "has", "had", "having"}
            if passive and not inverted and not (lists and ("with" in between)):
                return None
            if verb.form == "part" and not inverted and before not in {"have", "has", "had", "having"} and not lists:
                return None
            told = Told(verb.harm, hit.start, hit.end, "left")
            return self._verb_pair(told)
        noun = hit.of("noun", "state")
        if noun and between & (_BE | {"including", "among", ":"}) and not lists and noun.use == "noun":
            return Told(noun.harm, hit.start, hit.end, "left")
        return None

    def _verb_pair(self, told: Told) -> Told:
        """`killing or wounding 12`: both."""
        at = told.start
        if at >= 2 and self._words.all[at - 1].lower in {"and", "or"}:  # noqa: PLR2004
            hit = self._ending.get(at - 1)
            verb = hit.of("object") if hit else None
            if hit and verb:
                return Told(_both(verb.harm, told.harm, either=False), hit.start, told.end, told.side)
        return told

    def _noun_pair(self, told: Told, first: int) -> Told:
        """`the death or injury of 12`: both."""
        at = told.start
        if at - 2 >= first and self._words.all[at - 1].lower in {"and", "or"}:
            hit = self._ending.get(at - 1)
            noun = hit.of("noun") if hit else None
            if hit and noun:
                return Told(_both(noun.harm, told.harm, either=False), hit.start, told.end, told.side)
        return told

    def _toll(self, index: int, first: int) -> Told | None:
        """Harm that a noun before tells: `the death toll rose to 45`, `fatalities numbered 490 … as against 3,500`."""
        quantity = self._found[index]
        words = self._words
        lead = words.all[quantity.start - 1].lower if quantity.start > first else ""
        if quantity.start == first or lead not in _TOLL_LEADS:
            return None
        for at in range(quantity.start - 1, first - 1, -1):
            hit = self._ending.get(at)
            if (
                hit
                and (noun := hit.of("noun", "state"))
                and (noun.use == "noun" or words.all[hit.start - 1].lower == "of")
            ):
                return Told(noun.harm, hit.start, hit.end, "left")
            if (
                hit
                and (verb := hit.of("object"))
                and verb.form == "both"
                and words.all[hit.start - 1].lower in {"people", "of", "those"}
            ):
                return Told(verb.harm, hit.start, hit.end, "left")
            if words.all[at - 1].lower in {";", "whereas", "while", "although", "but"}:
                return None
        return None

    # -------------------------------------------------------------------------------------------- several quantities

    def _share(self) -> None:
        """Harm goes on along lists (`two soldiers and two civilians died`) and to parts (`including five children`)."""
        for index in range(len(self._found) - 2, -1, -1):
            told = self._told[index + 1]
            if (
                self._told[index] is None
                and told
                and told.side == "right"
                and self._adjacent(index, index + 1, ahead=True)
            ):
                self._told[index] = told
        for index in range(1, len(self._found)):
            told = self._told[index - 1]
            if self._told[index] is not None or told is None or self._found[index].unit is not None:
                continue
            if (told.side in {"left", "inside"} or told.side == "right") and self._adjacent(
                index - 1, index, ahead=False
            ):
                self._told[index] = told
            elif self.included_in(index) == index - 1:
                self._told[index] = told

    def _adjacent(self, one: int, other: int, *, ahead: bool) -> bool:
        """Whether nothing but a joining word stands between two figures (ahead), or they share the harm before them."""
        first, second = self._found[one], self._found[other]
        if self._words.sentence(first.start) != self._words.sentence(second.start):
            return False
        if first.unit is not None or second.unit is not None:
            return False
        begin = _end(first)
        told = self._told[one]
        if not ahead and told and told.side == "right":
            begin = max(begin, told.end)
        between = [w.lower for w in self._words.all[begin : second.start]]
        if ahead and first.phrase is None:
            return bool(between) and between[0] in {"and", "or", "to"} and len(between) == 1
        if not ahead and told and told.side == "right":
            return bool(between) and ("with" in between) and all(w in _JOINS for w in between)
        return bool(between) and all(w in _JOINS for w in between)


def _linked(between: list[str]) -> bool:
    return bool(between) and all(word in _JOINS for word in between)


def _end(quantity: Quantity) -> int:
    return max(quantity.end, quantity.phrase.end if quantity.phrase else 0)


def _both(one: Harm, other: Harm, *, either: bool) -> Harm:
    """The harm of those to whom both was done, or (`either`) one or the other."""
    if one == other:
        return one
    pair = {one, other}
    if pair <= {"killed", "injured", "casualties"} or (either and "killed" in pair):
        return "casualties"
    return "killed" if "killed" in pair else one


_DETERMINERS = frozenset("the a an this that his her their its any each every another deadly fatal mass".split())
_LEADS_ON = frozenset("with of in at from on near inside aboard across around by and under between among".split())
_PASSED = frozenset(
    "the a an another its his her their all these those some were was are is as many much up to".split()
) - {"to"}
_BARS = frozenset(
    """according in on at by from to into after before when while where which who that was were is are be been has have had since
    during near against for because as said says if but so until through over under about""".split()
)
_NO_OBJECT = frozenset(
    """in on at by from to into after before when while where which who that was were is are be been since during near
    against for because as said says if but so until through over under about and or with without inside outside amid
    across around along off out during per yesterday today there here this last overnight""".split()
)
_TOLL_LEADS = frozenset(
    """to at of as is was were are stands stood reached numbered number numbering totaled totalled totaling totals total
    from than against hit hits topped exceeded exceeding with reach reaching surpassed passed : - – — be between over
    least nearly about some counted count put killed now""".split()
)
