"""Eemsdelta: what was shared with whom, what was refused, and a consent withdrawn. Everybody is *verzonnen*."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

from houvast.cases.models import Note
from houvast.cases.rules.matrix import Part
from houvast.directory.selectors import PRIVACY_OFFICER
from houvast.kernel.ids import new_id
from houvast.kernel.working_time import in_amsterdam
from houvast.practice.casework import CASE, PROCESS, Casework
from houvast.practice.homes import Address, Someone, settle
from houvast.practice.region import Person
from houvast.practice.stage import Stage
from houvast.practice.stories import Story
from houvast.sharing.rules.consents import Giver, Meaning
from houvast.sharing.rules.content import NewDisclosure, Receiver, Way
from houvast.sharing.rules.covenants import CovenantLine
from houvast.sharing.rules.grounds import BEGINS, GroundLine, ReceiverKind
from houvast.sharing.rules.judging import SecrecyRoute
from houvast.sharing.rules.known import DEFAULT_PURPOSES, USUAL_PER_DAY, KnownLimits, Sought
from houvast.sharing.services.ask_known import NewQuestion, ask_known
from houvast.sharing.services.record_consent import NewConsent, record_consent
from houvast.sharing.services.set_covenant import set_covenant
from houvast.sharing.services.set_ground import set_ground
from houvast.sharing.services.share import share
from houvast.sharing.services.withdraw_consent import withdraw_consent

_SAID = "Zij nam drie dagen geen medicatie, en sliep niet. De behandelaar moet dit weten."


def _until(now: datetime, days: int) -> date:
    return in_amsterdam(now).date() + timedelta(days=days)


def tamminga(stage: Stage) -> Story:
    """Tell of a woman who lets her treatment be spoken of, and later not; of a landlord, and of the police."""
    sanne, privacy, at = stage["team"], stage["privacy"], stage.at
    now = yield at.ago(95, 9)
    _set_table(stage, privacy, now)
    now = yield at.ago(48, 10)
    home = settle(
        sanne,
        now,
        town=stage.town,
        name="Mevrouw Tamminga",
        people=[Someone("Roelfien", "Tamminga", 58, "V", phone=397)],
        at=Address("Kerkpad", "3", "9936", "Farmsum"),
    )
    resident = home.residents[0].id
    case = Casework.open(sanne, now, town=stage.town, home=home, seats={CASE: sanne, PROCESS: stage["leader"]})
    note = case.write(sanne, now, _SAID, part=Note.Part.CARE, shared=True)
    now = yield at.ago(44, 11)
    consent = _lift(sanne, now, case.id, resident)
    now = yield at.ago(43, 14)
    lifted = replace(
        _new(now, _treating(stage), "fact-behandeling", {resident}),
        notes=frozenset({note}),
        route=SecrecyRoute.LIFTED,
        least="Alleen deze notitie.",
    )
    share(actor=sanne.actor, now=now, case_id=case.id, new=lifted)
    now = yield at.ago(30, 9)
    asked = replace(
        _new(now, _landlord(stage), "corporatie-woning", {resident}), parts=frozenset({Part.PEOPLE, Part.PLAN})
    )
    share(actor=sanne.actor, now=now, case_id=case.id, new=asked)
    least = replace(asked, id=new_id(), parts=frozenset({Part.PEOPLE}))
    share(actor=sanne.actor, now=now, case_id=case.id, new=least)
    now = yield at.ago(12, 11)
    _ask_whether_known(stage, now)
    now = yield at.ago(9, 15)
    withdraw_consent(actor=sanne.actor, now=now, consent_id=consent, reason="Zij wil het voortaan zelf vertellen.")
    now = yield at.ago(1, 16)
    _ask_privacy_officer(stage, sanne, now, case.id, resident)


def _ask_privacy_officer(stage: Stage, by: Person, now: datetime, case_id: UUID, resident_id: UUID) -> None:
    """Ask to share with the police what the resident does not know yet; whom the ground names has not answered."""
    who, organisation_id = stage.region.colleagues["constable"], stage.region.organisations["police"]
    receiver = Receiver(Way.MEMBER, frozenset({ReceiverKind.POLICE}), who.name, who.id, organisation_id)
    asked = replace(
        _new(now, receiver, "politie-veiligheid", {resident_id}),
        parts=frozenset({Part.PEOPLE}),
        necessity="Zij dreigde haar buurvrouw met een mes.",
        told_on=None,
        tell_before=_until(now, 7),
        told="Vertelt iemand het nu, dan wordt de buurvrouw gevonden.",
    )
    share(actor=by.actor, now=now, case_id=case_id, new=asked)


def _ask_whether_known(stage: Stage, now: datetime) -> None:
    """Let two colleagues ask whether somebody is known: one hears whom to call, one of nobody. Both are set aside."""
    for asks, surname, purpose in (("oggz", "Tamminga", "signal"), ("youth", "Wachter", "help")):
        sought = Sought(surname=surname, born=date(now.year - 58, 1, 1))
        new = NewQuestion(sought, purpose, DEFAULT_PURPOSES)
        ask_known(actor=stage[asks].actor, now=now, new=new, limits=KnownLimits(USUAL_PER_DAY, 100))


def _lift(by: Person, now: datetime, case_id: UUID, resident_id: UUID) -> UUID:
    """Let somebody lift the secrecy of who treats them."""
    today = in_amsterdam(now).date()
    about = "Medicatie en slaap, met de behandelaar van het FACT-team."
    how = "gesprek aan de keukentafel"
    new = NewConsent(resident_id, Meaning.LIFTING, Giver.RESIDENT, "", how, about, today, _until(now, 180))
    return record_consent(actor=by.actor, now=now, case_id=case_id, new=new)


def _treating(stage: Stage) -> Receiver:
    who, organisation_id = stage.region.colleagues["fact"], stage.region.organisations["fact"]
    return Receiver(Way.MEMBER, frozenset({ReceiverKind.FACT}), who.name, who.id, organisation_id)


def _landlord(stage: Stage) -> Receiver:
    organisation_id = stage.region.organisations["housing"]
    kinds = frozenset({ReceiverKind.HOUSING})
    return Receiver(Way.OUTSIDE, kinds, "de huurincasso", organisation_id=organisation_id)


def _new(now: datetime, receiver: Receiver, ground: str, about: Collection[UUID]) -> NewDisclosure:
    return NewDisclosure(
        id=new_id(),
        parts=frozenset(),
        notes=frozenset(),
        about=frozenset(about),
        receiver=receiver,
        ground=ground,
        necessity="Zonder dit gaat het deze maand mis.",
        least="Meer heeft de ander niet nodig.",
        route=SecrecyRoute.NOT_APPLICABLE,
        told_on=in_amsterdam(now).date(),
        told="Thuis verteld.",
        until=_until(now, 90),
    )


def _set_table(stage: Stage, privacy: Person, now: datetime) -> None:
    """Let the privacy officer confirm one ground, approve another each time, and keep a covenant that ends soon."""
    municipality_id = stage.town.id
    covenant = set_covenant(
        actor=privacy.actor,
        now=now,
        municipality_id=municipality_id,
        line=CovenantLine(
            "",
            "Convenant persoonsgerichte aanpak Eemsdelta (verzonnen)",
            "Gemeente Eemsdelta, GGZ, politie, woningcorporatie",
            "Samen afspreken wie wat doet in een casus",
            "Zaak 2025-0117 (verzonnen)",
            in_amsterdam(now).date() - timedelta(days=200),
            stage.at.ahead(60),
        ),
    ).code
    mdo = GroundLine(
        "",
        ReceiverKind.TABLE_MDO,
        "Afspreken wie wat doet",
        "AVG artikel 6 lid 1 onder e, met het convenant",
        frozenset({Part.PEOPLE, Part.ORGANISATIONS, Part.PLAN}),
        "Convenant persoonsgerichte aanpak Eemsdelta (verzonnen)",
        covenant=covenant,
    )
    set_ground(actor=privacy.actor, now=now, municipality_id=municipality_id, line=mdo)
    police = replace(BEGINS["politie-veiligheid"], second_by=PRIVACY_OFFICER)
    set_ground(actor=privacy.actor, now=now, municipality_id=municipality_id, line=police)
    confirmed = replace(BEGINS["fact-behandeling"], confirmed=True, source="Nagelopen in mei (verzonnen)")
    set_ground(actor=privacy.actor, now=now, municipality_id=municipality_id, line=confirmed)
