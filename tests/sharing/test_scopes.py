"""What was shared, consent, referrals and files of a house, compared with a slow reference on random worlds."""

import os
import random
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TypeAlias
from uuid import UUID

import pytest
from django.db.models import Model, QuerySet

from houvast.cases.models import Access, Case, ClosedCell, LockOut
from houvast.cases.rules.matrix import Part
from houvast.directory.models import Member, Organisation
from houvast.directory.selectors import viewer
from houvast.safety_house import scopes as of_houses
from houvast.safety_house.models import FileAccess, FileNote, HouseFile, LookBack, Referral, ReferralPiece
from houvast.safety_house.rules.content import LookBackContent
from houvast.safety_house.rules.pieces import PieceKind
from houvast.safety_house.services.look_back import look_back
from houvast.safety_house.services.write_file_note import write_file_note
from houvast.sharing import scopes as of_sharing
from houvast.sharing.models import Consent, ConsentEnd, Disclosure, DisclosureTurn
from houvast.sharing.services.withdraw_consent import withdraw_consent
from houvast.sharing.services.withdraw_disclosure import withdraw_disclosure
from tests.bench.fill import fill
from tests.cases.onlookers import Onlooker, onlooker, reasons_of
from tests.cases.scattering import MOMENTS, give, ids_by_lot, scatter
from tests.safety_house.worlds import NEW, Referable, add_house, in_phase_3
from tests.sharing.worlds import make_sharing
from tests.worlds import NOW, World, add_member, make_resident, make_world

pytestmark = pytest.mark.django_db
Scope: TypeAlias = Callable[..., QuerySet[Model]]
Rows: TypeAlias = "dict[type[Model], list[Model]]"
TABLES: tuple[type[Model], ...] = (
    *(Access, Case, ClosedCell, LockOut),
    *(Disclosure, DisclosureTurn, Consent, ConsentEnd),
    *(FileAccess, FileNote, HouseFile, LookBack, Referral, ReferralPiece),
)
LARGE = os.environ.get("HOUVAST_TEST_SIZE") == "large"
OF_ONE = {"shared_with", "asked_to_approve"}
"""Who is one of these to a case sees one disclosure, and not the others."""
SEEDS, MORE_CASES = (25, 40) if LARGE else (1, 0)

# Which part of a case reads which piece of a referral back: written by hand after docs/wie-ziet-wat.md.
READS = {
    PieceKind.SITUATION: {Part.DECISIONS},
    PieceKind.PERSONS: {Part.PEOPLE},
    PieceKind.PLAN: {Part.PLAN},
    PieceKind.ORGANISATIONS: {Part.ORGANISATIONS},
    PieceKind.CARE: {Part.CARE_NOTES, Part.CARE_SUMMARY},
    PieceKind.JUSTICE: {Part.JUSTICE_NOTES, Part.JUSTICE_SUMMARY},
}


@pytest.fixture(autouse=True)
def same_ids(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give the same ids each time."""
    ids_by_lot(monkeypatch, SEEDS)


def shared_and_referred() -> World:
    """Share a plan three times, ask for consent twice, and refer two cases; then take every reason to see away."""
    world = make_world()
    sharing = make_sharing(world)
    for who in ("sanne", "marit", "sanne"):
        sharing.share(sharing.new(), who)
    first = Disclosure.objects.order_by("id")[0]
    withdraw_disclosure(actor=sharing.actor("sanne"), now=NOW, disclosure_id=first.id, reason="Niet meer nodig.")
    sharing.consent()
    withdraw_consent(actor=sharing.actor("sanne"), now=NOW, consent_id=sharing.consent(), reason="Wil niet meer.")
    house = add_house()
    directs = ("procesregisseur-zvh", "", "procesregisseur ZVH", None)
    others = {name: add_member(house, f"{name.title()} van de proef", *directs) for name in ("mirjam", "ruud")}
    content = replace(NEW.content, necessity="Gevaar voor de buren.")
    every = replace(NEW, content=content, pieces=dict.fromkeys(PieceKind, "Verzonnen."))
    for sent_back in (True, False):
        case_id = in_phase_3(world, make_resident(world, "Vegt").id)
        referable = Referable(world, case_id, house, add_house(f"Huis {sent_back}"), others)
        file_id = referable.file(referable.refer(every if sent_back else NEW))
        referable.answer(file_id)
        write_file_note(actor=referable.actor("mirjam"), now=NOW, file_id=file_id, text="Alleen hier.")
        if sent_back:
            referable.send_back(file_id)
            words = LookBackContent("Dat lukte.", "Dat ook.", "Niets.")
            referral_id = HouseFile.objects.values_list("referral_id", flat=True).get(pk=file_id)
            look_back(actor=referable.actor("sanne"), now=NOW, referral_id=referral_id, content=words)
    fill(world, MORE_CASES)
    Access.objects.filter(withdrawn_at__isnull=True).update(withdrawn_at=NOW)
    FileAccess.objects.filter(withdrawn_at__isnull=True).update(withdrawn_at=NOW)
    return world


def scatter_at_houses(chance: random.Random) -> None:
    """Strew reasons to see files over who works at no municipality: the database gives nobody else one."""
    members = list(Member.objects.exclude(organisation__kind="municipality").order_by("id"))
    organisations = list(Organisation.objects.exclude(kind="municipality").order_by("id"))
    for file in HouseFile.objects.order_by("id"):
        for member in chance.sample(members, 3):
            of_house = {"member": None, "organisation": chance.choice(organisations)}
            whom: dict[str, object] = {"member": member} if chance.random() < 0.5 else {**of_house}
            FileAccess.objects.create(
                file=file,
                relation="participant",
                ground="tests",
                given_by=chance.choice(members),
                from_at=chance.choice(MOMENTS),
                until_at=chance.choice([None, None, *MOMENTS]),
                withdrawn_at=chance.choice([None, None, *MOMENTS]),
                **whom,
            )


def told(rows: Rows, who: Onlooker, reasons: list[Access]) -> dict[Scope, set[object]]:
    """Work out what somebody sees of what was shared: all of a case that they lead, what they shared, what they got.

    Why it was shared is read by who leads the case, who shared it and who is asked to approve it.
    """
    table = {model: [vars(row) for row in rows[model]] for model in (Disclosure, DisclosureTurn, Consent, ConsentEnd)}
    shared = [reason for reason in reasons if reason.part == "shared"]
    led = {reason.case_id for reason in shared if reason.relation not in OF_ONE}
    got = {reason.source_id for reason in shared if reason.relation in OF_ONE}
    band = {reason.case_id for reason in reasons if reason.part == "band"}
    own = {row["id"] for row in table[Disclosure] if row["by_id"] == who.member and row["case_id"] in band}
    all_of_case = {row["id"] for row in table[Disclosure] if row["case_id"] in led}
    seen = all_of_case | own | {row["id"] for row in table[Disclosure] if row["id"] in got}
    consents = {row["id"] for row in table[Consent] if row["case_id"] in led}
    mine = {row["id"] for row in table[Disclosure] if row["by_id"] == who.member}
    asked = {reason.source_id for reason in shared if reason.relation == "asked_to_approve"}
    return {
        of_sharing.disclosures: seen,
        of_sharing.disclosure_turns: {row["id"] for row in table[DisclosureTurn] if row["disclosure_id"] in seen},
        of_sharing.told_disclosures: all_of_case | (seen & (mine | asked)),
        of_sharing.consents: consents,
        of_sharing.consent_ends: {row["id"] for row in table[ConsentEnd] if row["consent_id"] in consents},
    }


def referred(rows: Rows, parts: set[tuple[UUID, str]]) -> dict[Scope, set[object]]:
    """Work out what somebody of the municipality sees of referrals."""
    table = {model: [vars(row) for row in rows[model]] for model in (Referral, ReferralPiece, LookBack)}
    return {
        of_houses.referrals: {row["id"] for row in table[Referral] if (row["case_id"], "decisions") in parts},
        of_houses.pieces: {
            row["id"]
            for row in table[ReferralPiece]
            if any((row["case_id"], part) in parts for part in READS[PieceKind(row["kind"])])
        },
        of_houses.looks_back: {row["id"] for row in table[LookBack] if (row["case_id"], "plan") in parts},
    }


def filed(rows: Rows, who: Onlooker, now: datetime) -> dict[Scope, set[object]]:
    """Work out what somebody sees of files, one reason at a time."""
    table = {model: [vars(row) for row in rows[model]] for model in (FileAccess, FileNote, HouseFile, ReferralPiece)}

    def holds(row: dict[str, object]) -> bool:
        meant = row["member_id"] in who.members or row["organisation_id"] == who.organisation
        begun, ends = row["from_at"], [row["until_at"], row["withdrawn_at"]]
        assert isinstance(begun, datetime)
        return meant and begun <= now and all(end is None or (isinstance(end, datetime) and end > now) for end in ends)

    reasons = [row for row in table[FileAccess] if holds(row)]
    files = {row["file_id"] for row in reasons}
    referrals = {row["referral_id"] for row in table[HouseFile] if row["id"] in files}
    return {
        of_houses.file_access: {row["id"] for row in reasons},
        of_houses.files: files,
        of_houses.notes: {row["id"] for row in table[FileNote] if row["file_id"] in files},
        of_houses.participants: {row["id"] for row in table[FileAccess] if row["file_id"] in files},
        of_houses.received: {row["id"] for row in table[ReferralPiece] if row["referral_id"] in referrals},
    }


@pytest.mark.parametrize("seed", range(SEEDS))
def test_what_was_shared_and_referred_is_seen_as_the_slow_reference_says(seed: int) -> None:
    chance = random.Random(seed)
    world = shared_and_referred()
    scatter(world, chance, list(Disclosure.objects.order_by("id").values_list("id", flat=True)))
    withdrawn = DisclosureTurn.objects.filter(state="withdrawn").values("disclosure_id")
    shared = Disclosure.objects.filter(way="member").exclude(pk__in=withdrawn).order_by("id")
    members = list(Member.objects.order_by("name"))
    for disclosure_id, case_id in shared.values_list("id", "case_id"):
        for part in (Part.SHARED, Part.SHARED, Part.PLAN):
            got = {"relation": "shared_with", "source_id": disclosure_id, "until_at": chance.choice(MOMENTS[3:])}
            give(world, case_id, part, **got, member_id=chance.choice(members).id, from_at=chance.choice(MOMENTS))
        asked = {"relation": "asked_to_approve", "source_id": disclosure_id, "member_id": chance.choice(members).id}
        give(world, case_id, Part.SHARED, **asked)
        give(world, case_id, Part.BAND, member_id=world.id(chance.choice(("sanne", "marit"))))
    scatter_at_houses(chance)
    rows = {table: list(table._default_manager.all()) for table in TABLES}
    for member in members if LARGE else chance.sample(members, 8):
        for now in MOMENTS if LARGE else MOMENTS[2:4]:
            seen_by, who = viewer(member.id, now=now), onlooker(member, now)
            assert seen_by is not None
            reasons = reasons_of(rows, member, who, now)
            parts = {(reason.case_id, reason.part) for reason in reasons}
            for scope, ids in {**told(rows, who, reasons), **referred(rows, parts), **filed(rows, who, now)}.items():
                found = list(scope(seen_by, now=now).values_list("pk", flat=True))
                assert len(found) == len(set(found)), "a row is shown twice"
                assert set(found) == ids, scope


def test_there_is_no_scope_of_sharing_or_of_houses_that_is_not_compared() -> None:
    not_of_people = {"grounds", "covenants", "covenants_of_others", "terms", "criteria", "questions_to_judge"}
    compared = set()
    for asked in (told, referred, filed):
        compared |= set(asked.__code__.co_names)
    for scopes in (of_sharing, of_houses):
        every = {name for name, of in vars(scopes).items() if callable(of) and of.__module__ == scopes.__name__}
        assert {name for name in every if not name.startswith("_")} <= compared | not_of_people | {"sent_to"}
