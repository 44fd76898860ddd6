"""Refer a case to a safety house: what is expected, which criteria are met, and exactly what is disclosed."""

from datetime import date, datetime
from uuid import UUID

from houvast.cases.selectors.contents import parts_seen
from houvast.cases.services.act_in_case import LoadedCase, act_in_case
from houvast.directory.selectors_houses import House, houses_for
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.ids import new_id
from houvast.kernel.working_time import add_working_days, in_amsterdam
from houvast.safety_house import events, policy
from houvast.safety_house.models import FileAccess, HouseFile, Referral, ReferralPiece
from houvast.safety_house.rules import places
from houvast.safety_house.rules.content import (
    ANSWER_WORKING_DAYS,
    NewReferral,
    ReferralStanding,
    keep_until,
    referral_problems,
    written,
)
from houvast.safety_house.rules.pieces import SHARED_AS, pieces_for
from houvast.safety_house.selectors.criteria import criteria_of
from houvast.safety_house.selectors.referrals import marks
from houvast.sharing.services.record_crossing import Crossing, record_crossing
from houvast.vault.models import Key
from houvast.vault.sealing import seal
from houvast.vault.services.create_key import create_key

_GOING_ON = frozenset({ReferralStanding.ASKED, ReferralStanding.ACCEPTED})


def refer(*, actor: Actor, now: datetime, case_id: UUID, house_id: UUID, new: NewReferral, referral_id: UUID) -> UUID:
    """Refer a case; gives the id. A house that works in Houvast has a file from this moment, and weighs it.

    `referral_id` is made before the act, so that pressing twice refers once. Raises `NotVisible`, `Refused`, `Invalid`,
    or `Conflict` when a referral of this case is still going on, or this one was made before.
    """
    with act_in_case(events.REFERRED, actor=actor, now=now, case_id=case_id) as loaded:
        viewer, today = loaded.viewer, in_amsterdam(now).date()
        loaded.permit(policy.may_refer(viewer, loaded.facts, policy.external_boundary(loaded.model)))
        house = houses_for(loaded.case.municipality_id, now=now).get(house_id)
        offered = pieces_for(parts_seen(viewer, case_id, now=now))
        problems = referral_problems(new, offered=offered, today=today)
        if house is None:
            problems["house"] = "Kies een Zorg- en Veiligheidshuis in uw regio."
        if problems or house is None:
            raise Invalid(problems)
        if any(each.standing in _GOING_ON for each in marks(viewer, [case_id], now=now)):
            raise Conflict("Er loopt al een aanmelding van deze casus. Wacht op het antwoord, of op de terugkeer.")
        if Referral.objects.filter(pk=referral_id).exists():
            raise Conflict("Deze aanmelding is al gedaan. Wilt u opnieuw aanmelden? Open de pagina dan opnieuw.")
        key = create_key(now=now) if house.works_here else None
        referral = _write(loaded, house, new, key, referral_id, now)
        _disclose(referral, new, key)
        record_crossing(actor=actor, now=now, case_id=case_id, crossing=_crossing(house, new, today))
        if key is not None:
            _open_file(referral, house, key, now)
        loaded.about("referral", referral.id, house=str(house.id), disclosed=sorted(referral.disclosed))
        return referral.id


def _crossing(house: House, new: NewReferral, today: date) -> Crossing:
    """Say for the account of what was shared which parts go; the words stay with the referral."""
    kinds = [kind for kind, words in new.pieces.items() if words.strip()]
    return Crossing(
        house_id=house.id,
        house=house.name,
        parts=frozenset(SHARED_AS[kind] for kind in kinds),
        law=new.legal_ground,
        necessity=new.content.necessity,
        told=new.content.told,
        told_on=new.told_on,
        tell_before=new.tell_before,
        until=keep_until(today),
    )


def _write(
    loaded: LoadedCase, house: House, new: NewReferral, key: Key | None, referral_id: UUID, now: datetime
) -> Referral:
    text, place = written(new.content), f"{places.REFERRAL}:{referral_id}"
    referral = Referral(
        id=referral_id,
        case=loaded.case,
        municipality_id=loaded.case.municipality_id,
        house_id=house.id,
        number=1 + Referral.objects.filter(case=loaded.case).count(),
        inside=house.works_here,
        content_sealed=seal(loaded.case.key, text, place=place),
        received_sealed=seal(key, text, place=place) if key else b"",
        criteria=[
            [each.code, each.text] for each in criteria_of(house.id) if each.active and each.code in new.criteria
        ],
        disclosed=[kind.value for kind, words in new.pieces.items() if words.strip()],
        legal_ground=new.legal_ground.strip(),
        told_on=new.told_on,
        tell_before=new.tell_before,
        answer_before=add_working_days(now, ANSWER_WORKING_DAYS),
        at=now,
        by_id=loaded.viewer.member_id,
        ground=loaded.acting.ground,
        organisation_id=loaded.viewer.organisation_id,
        retention_from=in_amsterdam(now).date(),
    )
    referral.save(force_insert=True)
    return referral


def _disclose(referral: Referral, new: NewReferral, key: Key | None) -> None:
    """Fix each piece in the words in which it goes, under the key of each side."""
    for kind, words in new.pieces.items():
        if not words.strip():
            continue
        piece_id = new_id()
        place = f"{places.PIECE}:{piece_id}"
        ReferralPiece(
            id=piece_id,
            referral=referral,
            case_id=referral.case_id,
            municipality_id=referral.municipality_id,
            kind=kind,
            text_sealed=seal(referral.case.key, words.strip(), place=place),
            received_sealed=seal(key, words.strip(), place=place) if key else b"",
        ).save(force_insert=True)


def _open_file(referral: Referral, house: House, key: Key, now: datetime) -> None:
    today = in_amsterdam(now).date()
    file = HouseFile(
        referral=referral,
        organisation_id=house.id,
        key=key,
        opened_at=now,
        ground="wgs",
        retention_from=today,
        keep_until=keep_until(today),
    )
    file.save(force_insert=True)
    FileAccess(
        file=file,
        organisation_id=house.id,
        relation=FileAccess.Relation.WEIGHS,
        ground="referral",
        from_at=now,
        given_by_id=referral.by_id,
    ).save(force_insert=True)
