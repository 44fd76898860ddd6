"""One page with every component in every state, for tests only. Everybody on it is *verzonnen*."""

import time
from pathlib import Path
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.template import engines

from houvast.ave.load import shipped_model
from houvast.ave.vocabulary import Responsibility
from houvast.directory.viewer import Viewer
from houvast.kernel.errors import Conflict, HouvastError, Invalid, NotVisible, Refused
from houvast.kernel.verdict import refuse
from houvast.web import look
from houvast.web.form_look import fields, summary
from houvast.web.somebody_first import Typed, conflict_page

SLOW_SECONDS = 0.5
NOBODY_IN_PARTICULAR = UUID(int=1)
VIEWER = Viewer(
    member_id=NOBODY_IN_PARTICULAR,
    name="Marit Oosterhuis",
    title="procesregisseur OGGZ",
    member_ids=frozenset({NOBODY_IN_PARTICULAR}),
    team_ids=frozenset(),
    organisation_id=NOBODY_IN_PARTICULAR,
    municipality_id=None,
    municipality_name="Midden-Groningen",
    municipality_code="",
    partner_region=None,
    functions=frozenset(),
    domains=frozenset(),
    mandates=frozenset(),
    duo_member_ids=frozenset(),
    is_administrator=False,
    is_privacy_officer=False,
)
MODEL = shipped_model("groningen")
MARKS = tuple(look.phase_mark(phase) for phase in MODEL.phases)
NUMBERS = tuple(mark.number for mark in MARKS)

HELD_PROCESS = look.seat_held(
    "Procesregie",
    who="Marit Oosterhuis",
    lines=("procesregisseur OGGZ", "gemeente Eemsdelta"),
    since="2 nov 2026",
    phone=look.phone("0596 00 01 12", "Marit Oosterhuis"),
)
HELD_ADMINISTRATIVE = look.seat_held(
    "Bestuurlijk",
    who="Wiebe Haarsma",
    lines=("wethouder sociaal domein",),
    since="2 nov 2026",
    phone=look.phone("0596 00 01 03", "Wiebe Haarsma"),
)
TEMPORARY_OPERATIONAL = look.seat_temporary(
    "Operationeel",
    who="Anouk Tammes",
    lines=("teammanager Wmo, voor Erik Landman (verlof)",),
    since="16 nov 2026",
    until="vr 4 dec",
    left="over 11 dagen",
    phone=look.phone("0596 00 01 40", "Anouk Tammes"),
)
VACANT_CASE = look.seat_vacant(
    Responsibility.CASE_DIRECTION,
    "Casusregie",
    lines=("Al 6 dagen, sinds di 17 november. Bram Kuiper vertrok. Tot iemand ja zegt, belt men Marit Oosterhuis.",),
    phone=look.phone("0596 00 01 12", "Marit Oosterhuis"),
    act=look.Act("Casusregie toewijzen", "/casussen/", look.ON_VACANT),
)


def _vacant(responsibility: Responsibility, title: str) -> look.SeatMark:
    act = look.Act(f"{title} toewijzen", "/casussen/", look.ON_VACANT)
    return look.seat_vacant(responsibility, title, lines=("Sinds ma 2 november.",), phone=None, act=act)


OVERDUE_CASE = look.seat_overdue(
    "Casusregie",
    who="Jelte Wiersema",
    lines=("OGGZ-coördinator, al een keer verlengd",),
    since="9 okt 2026",
    until="vr 20 nov",
    late="1 werkdag te laat",
    phone=look.phone("0596 00 01 15", "Jelte Wiersema"),
    act=look.Act("Vaste regisseur zoeken", "/casussen/"),
)
RESIDENT_CASE = look.seat_of_resident(
    "Casusregie",
    who="Ruben Dijkhuis",
    lines=("inwoner, met zijn zus Janna",),
    since="2 nov 2026",
    phone=look.phone("06 00 00 04 17", "Ruben Dijkhuis"),
)
BANDS = (
    look.band(
        anchor="regie-1",
        phase=MARKS[2],
        lines=("sinds ma 2 november", "herzien ma 14 december"),
        phases=NUMBERS,
        seats=(VACANT_CASE, HELD_PROCESS, TEMPORARY_OPERATIONAL, HELD_ADMINISTRATIVE),
        evening=look.phone("0800 00 00 99", "Crisisdienst"),
        linked=("Gekoppeld: casus van moeder G. Dijkhuis, AVE 2, casusregie Hilde Bos, team Delfzijl.",),
        history=look.Link("Hoe de regie verliep", "/casussen/"),
    ),
    look.band(
        anchor="regie-2",
        title="Wie heeft de regie? (2)",
        phase=MARKS[3],
        lines=("sinds ma 2 november", "herzien ma 16 november"),
        phases=NUMBERS,
        seats=(
            VACANT_CASE,
            _vacant(Responsibility.PROCESS_DIRECTION, "Procesregie"),
            _vacant(Responsibility.OPERATIONAL, "Operationeel"),
            _vacant(Responsibility.ADMINISTRATIVE, "Bestuurlijk"),
        ),
    ),
    look.band(
        anchor="regie-3",
        title="Wie heeft de regie? (3)",
        phase=MARKS[1],
        lines=("sinds ma 2 november", "herzien ma 3 mei"),
        phases=NUMBERS,
        seats=(
            OVERDUE_CASE,
            _vacant(Responsibility.PROCESS_DIRECTION, "Procesregie"),
            TEMPORARY_OPERATIONAL,
            HELD_ADMINISTRATIVE,
        ),
    ),
    look.band(
        anchor="regie-4",
        title="Wie heeft de regie? (4)",
        phase=MARKS[0],
        lines=("sinds ma 2 november", "geen herziening"),
        phases=NUMBERS,
        seats=(
            RESIDENT_CASE,
            look.seat_not_required("Procesregie", phase_label="AVE 1"),
            look.seat_not_required("Operationeel", phase_label="AVE 1"),
            HELD_ADMINISTRATIVE,
        ),
    ),
)


def _row(phase: int, name: str, *, late: bool, act: look.Act) -> look.WorkRow:
    return look.WorkRow(
        name=name,
        url="/casussen/",
        code="C-2026-0417",
        why="Bram Kuiper is op 17 november vertrokken. Over 5 dagen komt Ruben Dijkhuis uit de kliniek.",
        when="1 werkdag te laat" if late else "6 dagen",
        when_exact="uiterlijk vr 20 nov" if late else "sinds di 17 nov",
        when_class=look.LATE if late else "",
        act=act,
        phase=MARKS[phase - 1],
    )


GROUPS = (
    look.WorkGroup(
        anchor="niemand",
        title="Niemand heeft de casusregie",
        note="Wie pakt dit op?",
        count="2",
        css_class=look.VACANT_GROUP,
        rows=(
            _row(3, "Huishouden Dijkhuis", late=False, act=look.Act("Casusregie toewijzen", "/", look.PRIMARY)),
            _row(2, "Mevrouw Tolsma", late=False, act=look.Act("Casusregie toewijzen", "/")),
        ),
    ),
    look.WorkGroup(
        anchor="termijn",
        title="Termijn voorbij",
        note="Dit had al besloten moeten zijn.",
        count="1",
        rows=(_row(4, "Gezin Mulder en Postma", late=True, act=look.Act("Opschaling bevestigen", "/")),),
    ),
)
TIMELINE = look.Timeline(
    events=(
        look.Event("zo 22 nov, 21.14 uur", "2026-11-22T21:14:00+01:00", "", "Ruben Dijkhuis gaf zijn mening."),
        look.Event("di 17 nov, 17.00 uur", "2026-11-17T17:00:00+01:00", "Casusregie leeg.", "Bram Kuiper gaf terug."),
    ),
    more=look.Link("alles, 41 gebeurtenissen", "/casussen/"),
)
PAGING = look.Paging(
    "50 van de casussen die u mag zien", look.Link("Terug naar het begin", "?"), look.Link("Volgende 50", "?na=1")
)
EMPTY = look.Empty(
    "Nog geen signalen vandaag",
    "Hier komen signalen van vandaag. U kunt er zelf een invoeren.",
    look.Act("Signaal invoeren", "/signalen/"),
)
PEOPLE = (
    look.Person("Yara Mensah", "FACT Noord, behandelregie", look.phone("050 00 02 31", "Yara Mensah")),
    look.Person("Woningcorporatie De Klamp", "geen nummer bekend", look.phone("", "De Klamp")),
)


class EveryField(forms.Form):
    """One field of each kind."""

    text = forms.CharField(label="Achternaam", help_text="Zoals in het paspoort.")
    number = forms.CharField(label="Telefoon", required=False, widget=forms.TextInput(attrs={"inputmode": "tel"}))
    secret = forms.CharField(label="Wachtwoord", widget=forms.PasswordInput)
    day = forms.DateField(label="Tot en met", widget=forms.DateInput(attrs={"type": "date"}))
    story = forms.CharField(label="Reden, in twee of drie zinnen", widget=forms.Textarea(attrs={"rows": 3}))
    team = forms.ChoiceField(label="Team", choices=[("", "Kies een team"), ("delfzijl", "Delfzijl")])
    decider = forms.ChoiceField(
        label="Wie beslist?",
        choices=[("self", "Ik, Marit Oosterhuis"), ("other", "Iemand anders")],
        widget=forms.RadioSelect,
    )
    criteria = forms.MultipleChoiceField(
        label="Welke criteria gelden?",
        choices=[("areas", "Problemen op meer leefgebieden"), ("domains", "Meer domeinen nodig")],
        widget=forms.CheckboxSelectMultiple,
    )
    sure = forms.BooleanField(label="De inwoner weet het")


def component_page(request: HttpRequest) -> HttpResponse:
    """Show everything, with the form once empty and once sent with nothing in it."""
    vars(request)["viewer"] = VIEWER
    for level, text in (
        (messages.SUCCESS, "Casusregie toegewezen."),
        (messages.WARNING, "Eén persoon heeft nu twee plekken."),
    ):
        messages.add_message(request, level, text)
    filled = EveryField({"fout-text": "Dijk", "fout-story": "Drie teams.", "fout-decider": "other"}, prefix="fout")
    context = {
        "nav": "werk",
        "bands": BANDS,
        "groups": GROUPS,
        "timeline": TIMELINE,
        "paging": PAGING,
        "empty": EMPTY,
        "people": PEOPLE,
        "marks": MARKS,
        "acts": [look.Act("Eerste handeling", "/", css) for css in (look.PRIMARY, look.SECONDARY, look.SUBTLE)],
        "fields": fields(EveryField()),
        "wrong_fields": fields(filled),
        "mistakes": summary(filled, "Nog niet opgeschaald: er ontbreken vijf dingen."),
    }
    template = engines["django"].from_string(Path(__file__).with_name("onderdelen.html").read_text("utf-8"))
    return HttpResponse(template.render(context, request))


ERRORS: dict[str, HouvastError] = {
    "geweigerd": Refused(refuse("not_yours", "Alleen de procesregisseur mag dit besluit nemen.")),
    "onzichtbaar": NotVisible(),
    "ongeldig": Invalid({"reason": "Schrijf op waarom."}),
}


def raises(request: HttpRequest, how: str) -> HttpResponse:
    """Fail in the way that is asked for."""
    if how in ERRORS:
        raise ERRORS[how]
    if how == "verkeerd":
        return HttpResponseNotAllowed(["POST"])
    if how == "conflict":
        conflict = Conflict("Nadia Benali wees de casusregie net toe aan Sanne Hoekzema.")
        typed = (
            Typed("getypt-reason", "Reden", "Wim kent de familie al.\nHij kan morgen beginnen."),
            Typed("getypt-phone", "Telefoon", "06 00 00 04 17"),
        )
        return conflict_page(request, conflict, typed, again="/casussen/")
    raise RuntimeError("a fault of ours")


SENT: list[str] = []
"""What the page with keys was sent, in order; a test empties it first."""

KEYS = """{% extends "base.html" %}{% block titel %}Toetsen{% endblock %}{% block inhoud %}<h1>Toetsen</h1>
<form method="post" action="/toetsen/">{% csrf_token %}<label for="reden">Reden</label>
<input id="reden" name="reden" data-toets="r">
<button name="uitkomst" value="advies" data-toets="4">Advies</button></form>
{% endblock %}"""


def keys(request: HttpRequest) -> HttpResponse:
    """Take a form slowly, and remember each time that it comes."""
    if request.method == "POST":
        SENT.append(f"{request.POST['uitkomst']} {request.POST['reden']}")
        time.sleep(SLOW_SECONDS)
    vars(request)["viewer"] = VIEWER
    return HttpResponse(engines["django"].from_string(KEYS).render({}, request))
