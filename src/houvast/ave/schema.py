"""Which keys a model file may have, of what kind, and what each is for.

The same table checks the files and is compared with `docs/ave-model.md`, so the manual cannot lag behind.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from houvast.ave import words
from houvast.ave.finding import Place, Problem


@dataclass(frozen=True)
class Kind:
    """A kind of value: how it is called in Dutch and what counts as one."""

    name: str
    accepts: Callable[[object], bool]


@dataclass(frozen=True)
class Key:
    """One key with a value; `why` says what goes wrong without it."""

    kind: Kind
    why: str
    required: bool = True


@dataclass(frozen=True)
class Section:
    """A table with fixed keys."""

    keys: Mapping[str, "Node"]


@dataclass(frozen=True)
class Named:
    """A table whose keys are names: from a fixed list, or any that fit a pattern."""

    label: str
    node: "Node"
    allowed: tuple[str, ...] = ()
    every: bool = False
    pattern: str = r".+"

    def fits(self, name: str) -> bool:
        """May this name stand here?"""
        return name in self.allowed if self.allowed else re.fullmatch(self.pattern, name) is not None


Node = Key | Section | Named


def _is_whole(value: object, least: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= least


def _is_list(value: object, accepts: Callable[[object], bool]) -> bool:
    return isinstance(value, list) and all(accepts(item) for item in value)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and value.strip() != ""


def _is_group(value: object) -> bool:
    if not isinstance(value, Mapping) or len(value) != 1:
        return False
    parts = value.get("alle", value.get("een_van"))
    return parts != [] and _is_list(parts, lambda part: _is_text(part) or _is_group(part))


def _one_of(choices: Mapping[str, object]) -> Kind:
    return Kind(
        "een van: " + ", ".join(f'"{word}"' for word in choices),
        lambda value: isinstance(value, str) and value in choices,
    )


TEXT = Kind("een tekst die niet leeg is", _is_text)
MAYBE_TEXT = Kind("een tekst", lambda value: isinstance(value, str))
FLAG = Kind("true of false", lambda value: isinstance(value, bool))
DAYS = Kind("een heel aantal, minstens 1", lambda value: _is_whole(value, 1))
WEEKS = Kind('een heel aantal weken of "geen"', lambda value: value == "geen" or _is_whole(value, 1))
TEXTS = Kind("een lijst van teksten", lambda value: _is_list(value, _is_text))
PHASES = Kind("een lijst van fasenummers", lambda value: _is_list(value, lambda item: _is_whole(item, 1)))
COLOUR = Kind(
    "een kleur als #rrggbb", lambda value: isinstance(value, str) and re.fullmatch("#[0-9a-fA-F]{6}", value) is not None
)
GROUP = Kind("een groep: { alle = [ … ] } of { een_van = [ … ] }, met minstens één code of groep erin", _is_group)

_SOURCE = Key(TEXT, "Wie dit leest, moet zien waar het vandaan komt. Weet u het niet: schrijf onbevestigd.")
_NAME = Key(TEXT, "Deze naam komt op het scherm.")
_CODE = r"[a-z0-9]+(-[a-z0-9]+)*"
_RESPONSIBILITY = tuple(words.RESPONSIBILITIES)

_HEAD: Mapping[str, Node] = {
    "code": Key(
        Kind(
            "een code van kleine letters, cijfers en streepjes",
            lambda value: isinstance(value, str) and re.fullmatch(_CODE, value) is not None,
        ),
        "Aan de code herkent de software dit bestand.",
    ),
    "titel": Key(TEXT, "De titel komt op het scherm."),
    "versie": Key(TEXT, "Een casus onthoudt onder welke versie hij loopt."),
    "bron": _SOURCE,
}
_CRITERIA = Named(
    "code",
    Section(
        {
            "tekst": Key(TEXT, "Dit is de zin die iemand aankruist."),
            "uitleg": Key(TEXT, "Zonder uitleg leest iedereen een criterium anders."),
            "bron": _SOURCE,
        }
    ),
    pattern=_CODE,
)
_TABLES = Named(
    "code",
    Section(
        {
            "naam": _NAME,
            "soort": Key(_one_of(words.TABLE_KINDS), "De soort zegt op welk niveau deze tafel praat."),
            "fasen": Key(PHASES, "Zonder fasen hoort deze tafel nergens bij."),
            "bron": _SOURCE,
        }
    ),
    pattern=_CODE,
)
_PROTOCOLS = Named(
    "code",
    Section({"naam": _NAME, "fasen": Key(PHASES, "Zonder fasen geldt dit protocol nergens."), "bron": _SOURCE}),
    pattern=_CODE,
)
_NO_CRITERIA = "Zonder criteria weet niemand wanneer het tijd is."

_PHASE = Section(
    {
        "naam": _NAME,
        "naam_inwoner": Key(TEXT, "De inwoner leest deze naam; de vakterm past daar niet."),
        "situatie": Key(TEXT, "Zonder situatie weet niemand of een casus in deze fase hoort."),
        "eigen_regie": Key(TEXT, "In elke fase moet duidelijk zijn wat de inwoner zelf beslist."),
        "vraag_inwoner": Key(TEXTS, "Zegt wat u de inwoner in deze fase vraagt.", required=False),
        "openen": Key(FLAG, "Het moet vaststaan of een casus in deze fase mag beginnen."),
        "herzien_weken": Key(WEEKS, 'Zonder termijn kijkt niemand opnieuw. Is dat de bedoeling: schrijf "geen".'),
        "kleur": Section(
            {
                "vlak": Key(COLOUR, "Dit is de kleur van de fase."),
                "op_vlak": Key(COLOUR, "Dit is de kleur van tekst op het vlak."),
                "tint": Key(COLOUR, "Dit is de lichte achtergrond."),
                "tekst": Key(COLOUR, "Dit is de kleur van tekst op de tint."),
                "rand": Key(COLOUR, "Dit is de kleur van de rand op wit."),
            }
        ),
        "bron": _SOURCE,
        "stoel": Named(
            "verantwoordelijkheid",
            Section(
                {
                    "vereist": Key(FLAG, "Het moet vaststaan of iemand deze verantwoordelijkheid moet hebben."),
                    "partners": Key(_one_of(words.HOLDINGS), "Geldt voor partners zonder eigen regel.", required=False),
                    "houders": Named(
                        "functie", Key(_one_of(words.HOLDINGS), "Zegt of deze functie hier mag."), pattern=_CODE
                    ),
                    "vult_uit": Key(TEXTS, "Zegt wie deze plek vanzelf krijgt.", required=False),
                    "bron": _SOURCE,
                }
            ),
            allowed=_RESPONSIBILITY,
            every=True,
        ),
    }
)

_CROSSING = Section(
    {
        "criteria": Key(GROUP, _NO_CRITERIA, required=False),
        "stelt_voor": Key(TEXTS, "Zonder voorsteller komt er nooit een voorstel."),
        "hoort": Key(TEXTS, "Het moet vaststaan wie gehoord wordt. Niemand: schrijf een lege lijst."),
        "beslist": Key(TEXTS, "Zonder beslisser blijft een voorstel liggen.", required=False),
        "besluit_werkdagen": Key(DAYS, "Zonder termijn blijft een voorstel liggen."),
        "aanvullen_werkdagen": Key(DAYS, "Zonder termijn blijft wat later mag, voor altijd open."),
        "spoed_bevestigt": Key(TEXTS, "Zegt wie een spoedbesluit bevestigt.", required=False),
        "spoed_werkdagen": Key(DAYS, "De termijn om een spoedbesluit te bevestigen.", required=False),
        "samen_wegen": Key(FLAG, "Het moet vaststaan of partners samen het risico wegen."),
        "ontvanger_nodig": Key(FLAG, "Het moet vaststaan of iemand met naam de casus aanneemt."),
        "extern": Key(FLAG, "Het moet vaststaan of een partij buiten de gemeente meedoet."),
        "afspraak": Key(MAYBE_TEXT, "De afspraak over de overgang.", required=False),
        "procesregie_tijdens": Key(MAYBE_TEXT, "Wie de procesregie heeft tijdens de overgang.", required=False),
        "procesregie_daarna": Key(MAYBE_TEXT, "Wie de procesregie heeft na de overgang.", required=False),
        "bron": _SOURCE,
    }
)

MODEL = Section(
    {
        **_HEAD,
        "breidt_uit": Key(TEXT, "Het model waar dit model op bouwt.", required=False),
        "twee_stoelen": Key(
            _one_of(words.HOLDING_TWO), "Het moet vaststaan of één persoon casusregie en procesregie mag hebben."
        ),
        "fase": Named("nummer", _PHASE, pattern=words.PHASE_NUMBER),
        "verantwoordelijkheid": Named(
            "verantwoordelijkheid",
            Section(
                {
                    "naam": _NAME,
                    "doet": Key(TEXT, "Zonder deze zin verwacht iedereen iets anders."),
                    "doet_niet": Key(TEXT, "Zonder grens krijgt deze persoon alles op zijn bord."),
                    "bron": _SOURCE,
                }
            ),
            allowed=_RESPONSIBILITY,
            every=True,
        ),
        "functie": Named(
            "code",
            Section(
                {
                    "naam": _NAME,
                    "kant": Key(_one_of(words.SIDES), "Het moet vaststaan van wie deze functie is."),
                    "domein": Key(_one_of(words.DOMAINS), "Elk domein heeft een eigen grondslag.", required=False),
                    "bron": _SOURCE,
                }
            ),
            pattern=_CODE,
        ),
        "lokale_naam": Named(
            "naam",
            Section({"functie": Key(MAYBE_TEXT, "De functie achter deze naam.", required=False), "bron": _SOURCE}),
        ),
        "criterium": _CRITERIA,
        "grens": Named(
            "lager-hoger",
            Named("richting", _CROSSING, allowed=tuple(words.DIRECTIONS)),
            pattern=f"{words.PHASE_NUMBER}-{words.PHASE_NUMBER}",
        ),
        "tafel": _TABLES,
        "protocol": _PROTOCOLS,
        "tijdelijk": Section(
            {
                "werkdagen": Key(DAYS, "Zonder einde is tijdelijk niet tijdelijk."),
                "keer": Key(DAYS, "Zonder grens wordt tijdelijk vanzelf vast."),
                "bron": _SOURCE,
            }
        ),
        "overdracht": Section(
            {"werkdagen": Key(DAYS, "Zonder termijn blijft een overdracht hangen."), "bron": _SOURCE}
        ),
        "nazorg": Section(
            {
                "werkdagen_vooraf": Key(DAYS, "Zegt wanneer Houvast vraagt hoe het gaat.", required=False),
                "bron": Key(TEXT, "Zonder bron weet niemand waar dit vandaan komt.", required=False),
            }
        ),
        "externe_opschaling": Section(
            {
                "laatste_stap": Key(FLAG, "Het moet vaststaan of hulp van buiten de laatste stap is."),
                "vraag": Key(TEXTS, "De vragen die dan eerst beantwoord worden.", required=False),
                "bron": _SOURCE,
            }
        ),
    }
)

THEME = Section(
    {
        **_HEAD,
        "soort": Key(_one_of({"thema": None}), "Hieraan is een thema te herkennen."),
        "criterium": _CRITERIA,
        "grens": Named(
            "lager-hoger",
            Named(
                "richting",
                Section(
                    {
                        "erbij": Key(
                            _one_of({"en": None, "of": None}),
                            "Zegt of dit een extra eis is (en) of een andere weg (of).",
                        ),
                        "criteria": Key(GROUP, _NO_CRITERIA),
                    }
                ),
                allowed=tuple(words.DIRECTIONS),
            ),
            pattern=f"{words.PHASE_NUMBER}-{words.PHASE_NUMBER}",
        ),
        "tafel": _TABLES,
        "protocol": _PROTOCOLS,
    }
)


def paths(node: Node, prefix: str = "") -> Iterator[str]:
    """All keys as they stand in the manual, such as `fase.<nummer>.naam`."""
    if isinstance(node, Key):
        yield prefix
    elif isinstance(node, Section):
        for name, inner in node.keys.items():
            yield from paths(inner, f"{prefix}.{name}" if prefix else name)
    else:
        yield from paths(node.node, f"{prefix}.<{node.label}>")


def problems(node: Node, value: object, place: Place = ()) -> Iterator[Problem]:
    """What does not fit the schema: unknown and missing keys, and values of the wrong kind."""
    if isinstance(node, Key):
        if not node.kind.accepts(value):
            yield Problem("fout", place, f"Hier hoort {node.kind.name}.", node.why)
    elif not isinstance(value, Mapping):
        yield Problem("fout", place, "Hier hoort een tabel met sleutels.", "Anders valt alles eronder weg.")
    elif isinstance(node, Section):
        yield from _section_problems(node, value, place)
    else:
        yield from _named_problems(node, value, place)


def _section_problems(section: Section, value: Mapping[str, object], place: Place) -> Iterator[Problem]:
    for name in value:
        if name not in section.keys:
            yield _unknown((*place, name), tuple(section.keys))
    for name, node in section.keys.items():
        inner = (*place, name)
        if name in value:
            yield from problems(node, value[name], inner)
        elif isinstance(node, Section):
            yield from _section_problems(node, {}, inner)
        elif isinstance(node, Named):
            yield from _named_problems(node, {}, inner)
        elif node.required:
            yield Problem("fout", inner, f"De sleutel {name} ontbreekt.", node.why)


def _named_problems(named: Named, value: Mapping[str, object], place: Place) -> Iterator[Problem]:
    for name, inner in value.items():
        if named.fits(name):
            yield from problems(named.node, inner, (*place, name))
        else:
            yield _unknown((*place, name), named.allowed)
    for name in named.allowed if named.every else ():
        if name not in value:
            yield Problem("fout", (*place, name), f"De tabel {name} ontbreekt.", "Elke fase verdeelt alle vier.")


def _unknown(place: Place, allowed: tuple[str, ...]) -> Problem:
    near = get_close_matches(place[-1], allowed, n=1)
    hint = f" Bedoelt u {near[0]}?" if near else ""
    return Problem(
        "fout", place, f"De sleutel {place[-1]} is hier onbekend.{hint}", "Wat hier staat, wordt niet gelezen."
    )
