"""Pages on which an administrator sets the short lists of intake; who does triage may read them."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from django import forms
from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from houvast.intake.rules.intake_settings import IntakeSettings
from houvast.intake.rules.short_lists import GROWING, UNITS, Entry, ListKind
from houvast.intake.rules.triage import Outcome
from houvast.intake.selectors.settings import settings_to_see
from houvast.intake.services.set_entry import NewEntry, set_entry
from houvast.kernel.errors import NotVisible, Refused
from houvast.kernel.verdict import refuse
from houvast.web.act_page import ActPage, act_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.intake.forms import EntryForm
from houvast.web.look import Link

INTAKE = "/beheer/intake/"


@dataclass(frozen=True, slots=True)
class Words:
    """What the pages call a list."""

    slug: str
    title: str
    intro: str
    fields: tuple[str, ...]
    amount: str = ""
    add: str = ""


WORDS: Mapping[ListKind, Words] = MappingProxyType(
    {
        ListKind.REASON: Words(
            "redenen",
            "Redenen",
            "Hieruit kiest wie over een signaal beslist.",
            ("name", "choices", "active"),
            add="Reden toevoegen",
        ),
        ListKind.URGENCY: Words(
            "urgenties", "Urgenties", "Binnen hoeveel werkuren iemand beslist.", ("name", "amount"), "Werkuren"
        ),
        ListKind.TERM: Words(
            "termijnen",
            "Termijnen",
            "Wanneer een doorgegeven signaal terugkomt, en vanaf wanneer Mijn werk een open meldcode kleurt.",
            ("amount",),
            "Werkdagen",
        ),
        ListKind.RECEIVER: Words(
            "ontvangers", "Direct naar", "Wie daar antwoordt, staat bij de keuze Direct naar.", ("contact", "phone")
        ),
        ListKind.THEME: Words(
            "themas",
            "Thema’s",
            "De aanleiding van een signaal of casus. Een thema is nooit een etiket op een mens.",
            ("name", "active"),
            add="Thema toevoegen",
        ),
        ListKind.COLUMN: Words(
            "kolommen",
            "Kolommen van politielijsten",
            "Hoe de kolommen van de lijsten heten die u inleest. Hoofdletters, spaties en leestekens tellen niet mee.",
            ("headings",),
        ),
        ListKind.PROVISION: Words(
            "voorzieningen",
            "Voorzieningen die er niet zijn",
            "Wat iemand kiest als een taak wacht omdat er geen passende voorziening is. Inzicht telt ermee.",
            ("name", "active"),
            add="Voorziening toevoegen",
        ),
        ListKind.STAY: Words(
            "verblijf-elders",
            "Verblijf in een andere gemeente",
            "Dagen bij een afspraak over de opvang van een andere gemeente, als uw gemeente de regie heeft.",
            ("amount",),
            "Dagen",
        ),
        ListKind.SIGHT: Words(
            "wie-ziet-wat",
            "Grenzen aan wat iemand ziet",
            "Hoe lang noodtoegang duurt, en hoe vaak iemand vraagt of een persoon bekend is.",
            ("amount",),
            "Aantal",
        ),
        ListKind.PURPOSE: Words(
            "doelen",
            "Is deze persoon bekend?",
            "Hieruit kiest wie vraagt of iemand bekend is: waarvoor.",
            ("name", "active"),
            add="Doel toevoegen",
        ),
        ListKind.WAY: Words(
            "werkwijzen",
            "Werkwijzen",
            "Wat een plan kan noemen. De lijst begint met wat de inventarisatie in Groningen (2023) noemt.",
            ("name", "active"),
            add="Werkwijze toevoegen",
        ),
        ListKind.ADVISER: Words(
            "raadplegen",
            "Wie u raadpleegt",
            "Naam en organisatie, en het nummer. Staat op de pagina om op te schrijven wat u zag en hoorde.",
            ("contact", "phone"),
        ),
    }
)
_OLD_THEMES = (
    "Signalen en casussen met dit thema houden het, onder de nieuwe naam. Bedoelt u iets anders? "
    "Voeg dan een nieuw thema toe en haal dit van de lijst."
)
_OLD_COLUMNS = (
    "De volgende lijst die u inleest, wordt zo gelezen, ook als een beheerder van de server hem inleest. "
    "Wat al is ingelezen, verandert niet."
)
_OLD_PROVISIONS = (
    "Taken die hierop wachten, houden hun keuze, onder de nieuwe naam. Bedoelt u iets anders? "
    "Voeg dan een nieuwe toe en haal deze van de lijst."
)
_OLD_STAYS = "Afspraken die er zijn, houden hun laatste dag."
_OLD_SIGHT = "Wat al loopt, houdt zijn einde."
_OLD_PURPOSES = "Vragen die al zijn gesteld, houden hun woorden."
_OLD_WAYS = "Plannen die deze werkwijze noemen, houden haar, onder de nieuwe naam."
_OLD = {
    ListKind.THEME: _OLD_THEMES,
    ListKind.COLUMN: _OLD_COLUMNS,
    ListKind.PROVISION: _OLD_PROVISIONS,
    ListKind.STAY: _OLD_STAYS,
    ListKind.SIGHT: _OLD_SIGHT,
    ListKind.PURPOSE: _OLD_PURPOSES,
    ListKind.WAY: _OLD_WAYS,
}
_SHOWN_HEADINGS = 4
_ANSWERING = (ListKind.RECEIVER, ListKind.ADVISER)
"""Lists of who answers: nothing stands there before somebody fills it in."""
KIND_OF = {words.slug: kind for kind, words in WORDS.items()}


@dataclass(frozen=True, slots=True)
class Row:
    """A line with what it is, what holds for it, and the page to change it, where one may."""

    what: str
    detail: str
    url: str = ""
    act: Link | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A list with its entries."""

    id: str
    title: str
    intro: str
    rows: tuple[Row, ...]
    add_url: str
    add: str


def list_sections(settings: IntakeSettings, *, may_set: bool) -> tuple[Section, ...]:
    """Give every list as it holds, with the pages to change it for who may."""
    return tuple(_section(kind, settings, may_set=may_set) for kind in ListKind)


def _section(kind: ListKind, settings: IntakeSettings, *, may_set: bool) -> Section:
    words = WORDS[kind]
    rows = tuple(
        Row(entry.name, _detail(kind, entry), _url(words, entry.code) if may_set else "")
        for entry in settings.entries(kind)
    )
    add_url = _url(words) if may_set and kind in GROWING else ""
    return Section(words.slug, words.title, words.intro, rows, add_url, words.add)


def _url(words: Words, code: str = "") -> str:
    return f"{INTAKE}{words.slug}/{code}/" if code else f"{INTAKE}{words.slug}/"


def _detail(kind: ListKind, entry: Entry) -> str:
    parts = _headings(entry) if kind is ListKind.COLUMN else [Outcome(each).label for each in entry.choices]
    if kind is ListKind.URGENCY:
        parts.append("1 werkuur" if entry.amount == 1 else f"{entry.amount} werkuren")
    if kind is ListKind.TERM:
        parts.append("1 werkdag" if entry.amount == 1 else f"{entry.amount} werkdagen")
    if kind is ListKind.STAY:
        parts.append("1 dag" if entry.amount == 1 else f"{entry.amount} dagen")
    if kind is ListKind.SIGHT:
        parts.append(f"{entry.amount} {UNITS[entry.code][entry.amount != 1]}")
    if kind in _ANSWERING:
        parts.append(", ".join(part for part in (entry.contact, entry.phone) if part) or "nog niet ingevuld")
    said = ", ".join(parts)
    if not entry.active:
        notes = [said, "niet meer te kiezen"]
    else:
        confirmed = entry.confirmed or kind in _ANSWERING
        notes = [said, "" if confirmed else "verzonnen, nog niet bevestigd"]
    return " · ".join(note for note in notes if note)


def _headings(entry: Entry) -> list[str]:
    rest = len(entry.choices) - _SHOWN_HEADINGS
    shown = ", ".join(entry.choices[:_SHOWN_HEADINGS])
    return [f"{shown} en nog {rest}" if rest > 0 else shown]


@require_http_methods(["GET", "POST"])
@signed_in
def new_entry(request: DoorRequest, slug: str) -> HttpResponse:
    """Add an entry to a list that grows."""
    settings_to_see(request.viewer)
    kind = KIND_OF.get(slug)
    if kind is None or kind not in GROWING:
        raise NotVisible
    return _set(request, kind, Entry("", ""), WORDS[kind].add, ("Iedereen in uw gemeente kan dit meteen kiezen.",))


@require_http_methods(["GET", "POST"])
@signed_in
def change_entry(request: DoorRequest, slug: str, code: str) -> HttpResponse:
    """Change an entry, or put it out of use."""
    settings, kind = settings_to_see(request.viewer), KIND_OF.get(slug)
    entries = settings.entries(kind) if kind else ()
    entry = next((each for each in entries if each.code == code), None)
    if kind is None or entry is None:
        raise NotVisible
    consequences = (
        "Dit geldt vanaf nu in uw gemeente.",
        _OLD.get(kind, "Wat al besloten is, houdt zijn woorden. Een klok die loopt, blijft lopen zoals hij begon."),
    )
    return _set(request, kind, entry, f"Wijzigen: {entry.name}", consequences)


def _set(request: DoorRequest, kind: ListKind, entry: Entry, title: str, consequences: tuple[str, ...]) -> HttpResponse:
    municipality_id = request.viewer.municipality_id
    if not request.viewer.is_administrator or municipality_id is None:
        raise Refused(refuse("not_administrator", "Alleen een functioneel beheerder van deze gemeente mag dit."))
    form = _form(request, kind, entry)

    def do(filled: dict[str, object]) -> str:
        set_entry(NewEntry(municipality_id, kind, _read(entry, filled)), actor=request.actor, now=request.now)
        return INTAKE

    page = ActPage(
        title=title,
        button="Instelling bewaren" if entry.code else title,
        done="De instelling is bewaard.",
        not_done="Er is nog niets veranderd.",
        back=INTAKE,
        back_text="Intake",
        intro=WORDS[kind].intro,
        consequences=consequences,
        nav="beheer",
    )
    rename = {"choices": "headings"} if kind is ListKind.COLUMN else {}
    return act_page(request, page, form, do, rename=rename)


def _form(request: DoorRequest, kind: ListKind, entry: Entry) -> forms.Form:
    start = {
        "number": entry.number,
        "name": entry.name,
        "choices": list(entry.choices),
        "headings": "\n".join(entry.choices),
        "amount": entry.amount,
        "contact": entry.contact,
        "phone": entry.phone,
        "active": entry.active,
    }
    form = EntryForm(request.POST if request.method == "POST" else None, initial=start)
    shown = {*WORDS[kind].fields, "number"}
    for name in set(form.fields) - shown:
        del form.fields[name]
    if "amount" in form.fields:
        form.fields["amount"].label = UNITS[entry.code][1].capitalize() if entry.code in UNITS else WORDS[kind].amount
    if not entry.code:
        del form.fields["active"]
    return form


def _read(entry: Entry, filled: Mapping[str, object]) -> Entry:
    """Give the entry as it was filled in; what this list does not ask stays as it is."""
    choices, amount = filled.get("choices", entry.choices), filled.get("amount", entry.amount)
    if "headings" in filled:
        choices = str(filled["headings"]).splitlines()
    return Entry(
        code=entry.code,
        name=str(filled.get("name", entry.name)),
        choices=tuple(str(each) for each in choices) if isinstance(choices, list | tuple) else (),
        amount=amount if isinstance(amount, int) else 0,
        contact=str(filled.get("contact", entry.contact)),
        phone=str(filled.get("phone", entry.phone)),
        active=bool(filled.get("active", True)),
        number=int(str(filled["number"])),
    )
