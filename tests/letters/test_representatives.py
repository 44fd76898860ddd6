"""Letters to who represents a resident: as what they may know, where to, and not past a shield."""

from dataclasses import replace
from datetime import date

import pytest

from houvast.cases.models import Case
from houvast.cases.services.shield_in_case import NewShield, shield_in_case
from houvast.desk.selectors.letter import LetterStart, letter_start, whom_to_write
from houvast.desk.services.write_letter import write_letter
from houvast.kernel.errors import Invalid
from houvast.kernel.ids import new_id
from houvast.letters.models import Letter
from houvast.letters.rules.kinds import LetterKind
from houvast.letters.selectors.composing import NewLetter
from houvast.letters.selectors.own_page import letters_to
from houvast.letters.selectors.reading import LetterLine
from houvast.letters.selectors.reading import letter as read_letter
from houvast.participation.rules.taking_part import Capacity, ParticipantKind
from houvast.participation.services.end_own_page import end_own_page
from houvast.participation.services.give_own_page import NewParticipant, give_own_page
from houvast.residents.models import NetworkMember, Resident
from houvast.residents.rules.shielding import Other
from houvast.residents.selectors_hidden import traces_kept_from
from tests.letters.worlds import Written, letter
from tests.rights.region import scale_to_3
from tests.worlds import NOW

OFFICE = "Kade 12, 9934 QX Delfzijl"
AS_MENTOR = "mentor van Ruben Dijkhuis"


def _let_represent(written: Written) -> NewParticipant:
    mentor = NewParticipant(
        written.ruben, network_member_id=written.janna, kind=ParticipantKind.REPRESENTATIVE, capacity=Capacity.MENTOR
    )
    give_own_page(actor=written.world.actor("sanne"), now=NOW, case_id=written.case_id, new=mentor)
    return mentor


def _write(written: Written, new: NewLetter) -> LetterLine:
    made = write_letter(actor=written.world.actor("sanne"), now=NOW, case_id=written.case_id, new=new)
    return read_letter(written.viewer(), made, now=NOW)


def _begin(written: Written) -> LetterStart:
    code = Case.objects.get(pk=written.case_id).code
    return letter_start(written.viewer(), code, LetterKind.DECISION, written.janna, now=NOW)


def test_who_represents_a_resident_hears_what_they_hear_as_long_as_they_do(written: Written) -> None:
    scale_to_3(written.world, written.case_id)
    with pytest.raises(Invalid):
        _write(written, letter(written.janna))
    assert "fase 3" not in _begin(written).text
    mentor = _let_represent(written)
    assert "van fase 2 naar fase 3" in _begin(written).text
    line = _write(written, letter(written.janna))
    assert (line.content.name, line.content.ground_words, line.way) == ("Janna Dijkhuis", AS_MENTOR, Letter.Way.BY_HAND)
    _, known = whom_to_write(written.viewer(), Case.objects.get(pk=written.case_id).code, now=NOW)
    assert {each.name: (each.role, each.represented_by) for each in known} == {
        "Ruben Dijkhuis": ("inwoner", "Janna Dijkhuis, mentor"),
        "Fenna Dijkhuis": ("inwoner", ""),
        "Janna Dijkhuis": (AS_MENTOR, ""),
    }
    end_own_page(actor=written.world.actor("sanne"), now=NOW, participant_id=mentor.id)
    with pytest.raises(Invalid) as wrong:
        _write(written, letter(written.janna, subject="Nog iets"))
    assert set(wrong.value.problems) == {"ground_words"}


def test_who_is_beside_somebody_hears_nothing_that_must_be_kept_from_that_one(written: Written) -> None:
    mentor = _let_represent(written)
    told = letter(written.janna, text="Fenna woont in Appingedam.")
    written.send(_write(written, told).id)
    janna = Other(network_member_id=written.janna)

    def read() -> int:
        kept = traces_kept_from(Other(written.ruben), now=NOW)
        return len(letters_to(written.case_id, janna, now=NOW, kept=kept))

    assert read() == 1
    Resident.objects.filter(pk=written.fenna).update(street="Kade", postcode="9901 QX", town="Appingedam")
    shield = NewShield([Other(written.ruben)], [], "Hij mag niet weten waar zij is.", date(2026, 12, 20))
    actor = written.world.actor("sanne")
    shield_in_case(actor=actor, now=NOW, case_id=written.case_id, resident_id=written.fenna, new=shield)
    assert read() == 0
    with pytest.raises(Invalid) as wrong:
        _write(written, replace(told, id=new_id(), subject="Nog iets"))
    assert "afgeschermd" in wrong.value.problems["text"]
    assert "[vul in: wie de regie heeft]" in _begin(written).text
    end_own_page(actor=written.world.actor("sanne"), now=NOW, participant_id=mentor.id)
    with pytest.raises(Invalid) as wrong:
        _write(written, replace(told, id=new_id(), ground_words="Zij helpt met de post."))
    assert "afgeschermd" in wrong.value.problems["text"]


def test_a_letter_to_an_office_goes_there_unless_somebody_hides_there(written: Written) -> None:
    NetworkMember.objects.filter(pk=written.janna).update(mail_to=OFFICE)
    ground = {"ground_words": "Zij is de bewindvoerder."}
    line = _write(written, letter(written.janna, **ground))
    assert (line.way, line.content.to) == (Letter.Way.ELSEWHERE, "Janna Dijkhuis\nKade 12\n9934 QX Delfzijl")
    Resident.objects.filter(pk=written.fenna).update(
        street="Kade", house_number="12", postcode="9934 QX", hidden_address=True
    )
    hers = _write(written, letter(written.janna, subject="Nog iets", **ground))
    assert (hers.way, hers.content.to) == (Letter.Way.BY_HAND, "Janna Dijkhuis")
    Resident.objects.filter(pk=written.fenna).update(hidden_address=False)
    Resident.objects.filter(pk=written.ruben).update(hidden_address=True)
    assert _write(written, letter(written.janna, subject="En dan", **ground)).way is Letter.Way.BY_HAND
