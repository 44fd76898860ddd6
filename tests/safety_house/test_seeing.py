"""Between a case and a file nothing flows but what the referral discloses: from neither side, by any scope."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from houvast.cases.models import Access
from houvast.cases.scopes import access
from houvast.directory.models import StandIn
from houvast.kernel.errors import NotVisible
from houvast.safety_house import scopes
from houvast.safety_house.models import FileAccess, HouseFile, Referral, ReferralPiece
from houvast.safety_house.rules.content import LookBackContent
from houvast.safety_house.rules.pieces import PieceKind
from houvast.safety_house.selectors import files, referrals
from houvast.safety_house.services.add_participant import add_participant
from houvast.safety_house.services.end_participation import end_participation
from houvast.safety_house.services.look_back import look_back
from houvast.safety_house.services.write_file_note import write_file_note
from houvast.vault.sealing import BrokenSeal, unseal
from tests.safety_house.worlds import NEW, Referable
from tests.worlds import NOW

MUNICIPAL = ("sanne", "marit", "nadia", "erik", "wiebe", "burg", "bos", "beheer", "privacy")
HOUSE = ("mirjam", "ruud", "yara")
SOON = NOW + timedelta(minutes=1)


def of_file(referable: Referable, who: str) -> list[int]:
    """Count what somebody sees by each scope of a file."""
    viewer = referable.viewer(who, SOON)
    rows = (scopes.file_access, scopes.files, scopes.notes, scopes.participants, scopes.received)
    return [rows_of(viewer, now=SOON).count() for rows_of in rows]


def of_case(referable: Referable, who: str) -> list[int]:
    """Count what somebody sees by each scope of the municipality, and of the case itself."""
    viewer = referable.viewer(who, SOON)
    rows = (access, scopes.referrals, scopes.pieces, scopes.looks_back)
    return [rows_of(viewer, now=SOON).count() for rows_of in rows]


def let_in(referable: Referable, file_id: UUID, who: str = "yara") -> UUID:
    return add_participant(actor=referable.actor("mirjam"), now=NOW, file_id=file_id, member_id=referable.id(who))


def test_no_seat_of_a_case_opens_the_file_and_no_place_at_a_file_opens_the_case(referable: Referable) -> None:
    file_id = referable.accepted()
    let_in(referable, file_id)
    write_file_note(actor=referable.actor("yara"), now=NOW, file_id=file_id, text="Alleen hier.")
    for who in MUNICIPAL:
        assert of_file(referable, who) == [0, 0, 0, 0, 0], who
        with pytest.raises(NotVisible):
            files.file_page(referable.viewer(who), file_id, now=SOON)
    for who in HOUSE:
        assert of_case(referable, who) == [0, 0, 0, 0], who
    assert of_file(referable, "mirjam") == [1, 1, 1, 3, 2]
    assert of_file(referable, "yara") == [1, 1, 1, 3, 2]
    assert of_file(referable, "ruud") == [0, 0, 0, 0, 0]


def test_the_house_weighs_as_a_whole_and_then_who_answered_directs(referable: Referable) -> None:
    file_id = referable.referred()
    assert [of_file(referable, who)[1] for who in HOUSE] == [1, 1, 0]
    referable.answer(file_id, who="ruud")
    assert [of_file(referable, who)[1] for who in HOUSE] == [0, 1, 0]


def test_a_participant_sees_the_file_until_it_ends_or_goes_back(referable: Referable) -> None:
    file_id = referable.accepted()
    access_id = let_in(referable, file_id)
    assert of_file(referable, "yara")[1] == 1
    end_participation(actor=referable.actor("mirjam"), now=NOW, file_id=file_id, access_id=access_id)
    assert of_file(referable, "yara")[1] == 0
    let_in(referable, file_id)
    referable.send_back(file_id)
    assert [of_file(referable, who)[1] for who in HOUSE] == [1, 0, 0]


def test_a_reason_that_has_not_begun_or_is_over_opens_nothing(referable: Referable) -> None:
    file = HouseFile.objects.get(pk=referable.accepted())
    yara = {
        "file": file,
        "member_id": referable.id("yara"),
        "relation": "participant",
        "given_by_id": referable.id("ruud"),
    }
    FileAccess.objects.create(**yara, ground="x", from_at=SOON + timedelta(hours=1), withdrawn_at=SOON)
    FileAccess.objects.create(**yara, ground="x", from_at=NOW, until_at=SOON)
    assert of_file(referable, "yara")[0] == 0


def test_a_stand_in_of_the_director_sees_the_file(referable: Referable) -> None:
    referable.accepted()
    mirjam, ruud = referable.others["mirjam"], referable.others["ruud"]
    StandIn.objects.create(member=mirjam, stand_in=ruud, from_at=NOW, until_at=NOW + timedelta(days=1))
    assert of_file(referable, "ruud")[1] == 1


def test_each_side_opens_its_own_copy_and_no_other(referable: Referable) -> None:
    file = HouseFile.objects.select_related("key", "referral__case__key").get(pk=referable.referred())
    referral = file.referral
    place = f"safety_house_referral.content:{referral.id}"
    assert unseal(file.key, referral.received_sealed, place=place) == unseal(
        referral.case.key, referral.content_sealed, place=place
    )
    with pytest.raises(BrokenSeal):
        unseal(file.key, referral.content_sealed, place=place)
    with pytest.raises(BrokenSeal):
        unseal(referral.case.key, referral.received_sealed, place=place)


def test_the_house_reads_what_was_disclosed_and_no_number_or_name_of_the_case(referable: Referable) -> None:
    file_id = referable.accepted()
    page = files.file_page(referable.viewer("mirjam"), file_id, now=SOON)
    assert page.pieces == tuple(NEW.pieces.items())
    assert (page.content, page.criteria[0][:11]) == (NEW.content, "Meer ketens")
    case = Referral.objects.get().case
    for secret in (case.code, case.name, str(case.id)):
        assert secret not in repr(page)


def test_the_municipality_reads_back_only_pieces_of_parts_that_somebody_sees(referable: Referable) -> None:
    care = replace(
        NEW,
        pieces={**NEW.pieces, PieceKind.CARE: "Slikt niets meer."},
        content=replace(NEW.content, necessity="Gevaar voor de buren."),
    )
    referable.refer(care)
    (mine,) = referrals.of_case(referable.viewer("marit"), referable.case_id, now=SOON)
    assert ([kind for kind, _ in mine.pieces], mine.hidden) == (list(care.pieces), ())
    (his,) = referrals.of_case(referable.viewer("erik"), referable.case_id, now=SOON)
    assert [kind for kind, _ in his.pieces] == [PieceKind.SITUATION]
    assert set(his.hidden) == {PieceKind.PERSONS, PieceKind.CARE}
    Access.objects.filter(part__startswith="care").update(withdrawn_at=NOW)
    (without,) = referrals.of_case(referable.viewer("marit"), referable.case_id, now=SOON)
    assert without.hidden == (PieceKind.CARE,)
    assert ReferralPiece.objects.count() == 3


def test_the_look_back_is_for_who_leads_the_case(referable: Referable) -> None:
    file_id = referable.accepted()
    referable.send_back(file_id)
    referral, words = Referral.objects.get().id, LookBackContent("Dat lukte.", "Dat ook.", "Niets.")
    look_back(actor=referable.actor("sanne"), now=NOW, referral_id=referral, content=words)
    for who, seen in (("sanne", words), ("marit", words), ("erik", None)):
        line = referrals.one(referable.viewer(who), referral, now=SOON)
        assert line is not None
        assert (line.look_back, line.mark.looked_back) == (seen, True)
    assert referrals.one(referable.viewer("mirjam"), referral, now=SOON) is None
