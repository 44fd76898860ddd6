"""What people come to tell at the reporting points. Everybody is *verzonnen*."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5

from houvast.intake.rules.triage import Outcome
from houvast.intake.services.decide_concern import NewDecision, decide_concern
from houvast.intake.services.enter_concern import NewConcern, enter_concern
from houvast.practice.region import Person
from houvast.practice.stage import Stage

CARE_POINT, DESK, WARDENS, PARKS = "Meldpunt Zorg en Veiligheid", "Sociaal Plein", "Boa's", "Groendienst"
_FORMS = UUID("8f0a4c9e-7f43-4d6a-9a53-0e6f2f6f3d11")
"""Under this the forms of the practice region have their ids: the same every time."""


@dataclass(frozen=True, slots=True)
class Told:
    """What somebody told at a point: by whom it was entered (a key of `staff`), about whom, and how urgent it is."""

    point: str
    by: str
    text: str
    surname: str = ""
    first_names: str = ""
    born: str = ""
    address: str = ""
    urgency: str = "normal"
    reporter: str = ""


def enter(stage: Stage, told: Told, now: datetime) -> UUID:
    """Enter what was told; gives the id of the concern."""
    new = NewConcern(
        form_id=uuid5(_FORMS, f"{stage.town.local.code} {now.isoformat()} {told.text}"),
        point_id=stage.town.points[told.point],
        text=told.text,
        surname=told.surname,
        first_names=told.first_names,
        birth_date=told.born,
        address=told.address,
        urgency=told.urgency,
        reporter=told.reporter,
        wants_answer=bool(told.reporter),
    )
    return enter_concern(actor=stage[told.by].actor, now=now, new=new)


def decide(
    by: Person,
    now: datetime,
    concern_id: UUID,
    outcome: Outcome,
    reason: str = "",
    *,
    text: str = "",
    team: UUID | None = None,
    receiver: str = "",
) -> None:
    """Decide about a concern to which nothing has happened since it was entered."""
    new = NewDecision(outcome, reason, text, to_team=team, receiver=receiver)
    decide_concern(actor=by.actor, now=now, concern_id=concern_id, version=0, new=new)


THIS_MORNING: tuple[Told, ...] = (
    Told(
        CARE_POINT,
        "desk",
        "Zus krijgt geen gehoor en is ongerust. Hij belde huilend op.",
        "Rijks",
        "Jan",
        urgency="urgent",
        reporter="zus, wil bericht",
    ),
    Told(
        CARE_POINT,
        "desk",
        "Praat 's nachts luid tegen de radiator. De buurkinderen zijn bang.",
        "Smit-Prins",
        "Alie",
        address="Fienering 12 Appingedam",
        urgency="soon",
        reporter="buurvrouw",
    ),
    Told(
        CARE_POINT,
        "oggz-b",
        "Huisarts ziet haar niet meer en vraagt wie er langs kan gaan.",
        "Boltjes",
        "Riekje",
        urgency="soon",
        reporter="huisartsenpraktijk De Singel",
    ),
    Told(CARE_POINT, "desk", "Moeder wil weten waar zij terechtkan met haar zoon van 22 die alleen nog gamet."),
    Told(
        DESK,
        "desk",
        "Kwam huilend aan de balie. Huis uitgezet door partner, slaapt bij een vriendin.",
        "Bosscher",
        "Kees",
        address="Spijk",
        urgency="urgent",
    ),
    Told(
        DESK,
        "desk",
        "Post ligt al maanden ongeopend. Energie wordt afgesloten.",
        "Cornelis",
        "Mia",
        "1961",
        "Caspad 44 Delfzijl",
    ),
    Told(DESK, "desk", "Vraagt om hulp voor haar man, die steeds vaker de weg kwijt is.", "Oosting", "Bep"),
    Told(DESK, "desk", "Wil een ander huis omdat de buurman hem volgt. Kwam al drie keer.", "Haddou", "Rachid"),
    Told(WARDENS, "oov", "Slaapt in de hal van het gemeentehuis. Wil niet naar de opvang.", urgency="soon"),
    Told(PARKS, "desk", "Tent in het park bij Farmsum, met kaarsen en een hond. Niemand gezien."),
    Told(PARKS, "desk", "Iemand heeft alle bankjes bij het spoor omgekeerd en er teksten op geschreven."),
)
"""Entered today, at the points. With the police lists they make forty that wait for OGGZ."""
