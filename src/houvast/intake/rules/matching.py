"""Is this somebody we know? A judgement per field in words, and how certain they make it together.

Names and birth date only suggest: a person confirms. So nothing here is a percentage, and only the same BSN with a
name that does not contradict is called certain. Known traps: twins, father and son of one name, day and month swapped,
married names, prefixes, accents and house numbers with their digits swapped.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from houvast.intake.rules.addresses import compare_addresses
from houvast.intake.rules.judgement import AGREES, FITS_WELL, Agreement, Judgement, compare_texts
from houvast.intake.rules.names import compare_first_names, compare_surnames
from houvast.intake.rules.person import PersonFacts
from houvast.kernel.partial_date import PartialDate


class MatchField(StrEnum):
    """The fields that are compared, with their Dutch name."""

    SURNAME = "Achternaam"
    FIRST_NAMES = "Voornaam"
    BIRTH_DATE = "Geboren"
    ADDRESS = "Adres"
    BSN = "BSN"


class Certainty(StrEnum):
    """How certain it is that two are one person, with the Dutch word for it."""

    CERTAIN = "zeker"
    PROBABLE = "waarschijnlijk"
    POSSIBLE = "misschien"
    NONE = "nee"


@dataclass(frozen=True, slots=True)
class FieldJudgement:
    """What a comparison of one field gives: `text` is what the screen says, such as "past, voorletter"."""

    field: MatchField
    agreement: Agreement
    text: str


def compare(concern_person: PersonFacts, resident: PersonFacts) -> tuple[FieldJudgement, ...]:
    """One judgement per field, in the order of the screen."""
    judgements = {
        MatchField.SURNAME: compare_surnames(concern_person, resident),
        MatchField.FIRST_NAMES: compare_first_names(concern_person.first_names, resident.first_names),
        MatchField.BIRTH_DATE: _compare_birth_dates(concern_person.birth_date, resident.birth_date),
        MatchField.ADDRESS: compare_addresses(concern_person, resident),
        MatchField.BSN: _compare_bsns(concern_person.bsn, resident.bsn),
    }
    return tuple(FieldJudgement(field, *judgement) for field, judgement in judgements.items())


def certainty(judgements: Sequence[FieldJudgement]) -> Certainty:
    """What the judgements of `compare` say together.

    CERTAIN: the same BSN, and no name contradicts. With the same BSN and a name that contradicts, PROBABLE when the
    other names agree, else POSSIBLE: a number can be mistyped or borrowed. Two different BSNs are two people, unless
    everything else agrees (POSSIBLE). Without a BSN to compare it is never more than PROBABLE.
    """
    found = {judgement.field: judgement.agreement for judgement in judgements}
    if found[MatchField.BSN] is Agreement.EQUAL:
        return _with_same_bsn(found)
    if found[MatchField.BSN] is Agreement.DIFFERENT:
        others = [agreement for field, agreement in found.items() if field is not MatchField.BSN]
        return Certainty.POSSIBLE if all(agreement in FITS_WELL for agreement in others) else Certainty.NONE
    if found[MatchField.BIRTH_DATE] is Agreement.DIFFERENT:
        return Certainty.NONE
    if _is_probable(found):
        return Certainty.PROBABLE
    return Certainty.POSSIBLE if _is_possible(found) else Certainty.NONE


def summary(judgements: Sequence[FieldJudgement]) -> str:
    """The judgements counted: "3 velden passen, 1 lijkt erop, 1 is anders"."""
    agreements = [judgement.agreement for judgement in judgements]
    fits = sum(agreement in FITS_WELL for agreement in agreements)
    similar, different = agreements.count(Agreement.SIMILAR), agreements.count(Agreement.DIFFERENT)
    parts = [f"{fits} veld past" if fits == 1 else f"{fits} velden passen"]
    if similar:
        parts.append(f"{similar} {'lijkt' if similar == 1 else 'lijken'} erop")
    if different:
        parts.append(f"{different} {'is' if different == 1 else 'zijn'} anders")
    return ", ".join(parts)


_Found = Mapping[MatchField, Agreement]


def _with_same_bsn(found: _Found) -> Certainty:
    contradicting = [found[MatchField.SURNAME], found[MatchField.FIRST_NAMES]].count(Agreement.DIFFERENT)
    return (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE)[contradicting]


def _is_probable(found: _Found) -> bool:
    """Surname, first name and birth date agree; one of them may be weak when the address agrees."""
    names_and_birth = (found[MatchField.SURNAME], found[MatchField.FIRST_NAMES], found[MatchField.BIRTH_DATE])
    if Agreement.DIFFERENT in names_and_birth:
        return False
    if found[MatchField.SURNAME] not in AGREES or found[MatchField.BIRTH_DATE] not in AGREES:
        return False  # father and son may share name and address
    weak = sum(
        (
            found[MatchField.SURNAME] is Agreement.SIMILAR,
            found[MatchField.FIRST_NAMES] not in FITS_WELL,
            found[MatchField.BIRTH_DATE] is not Agreement.EQUAL,
        )
    )
    return weak == 0 or (weak == 1 and found[MatchField.ADDRESS] in AGREES)


def _is_possible(found: _Found) -> bool:
    """Enough agrees to let a person look: twins and new surnames come here, a surname alone does not."""
    same_birth = found[MatchField.BIRTH_DATE] is Agreement.EQUAL
    first_agrees = found[MatchField.FIRST_NAMES] in AGREES
    if found[MatchField.SURNAME] in AGREES:
        first_differs = found[MatchField.FIRST_NAMES] is Agreement.DIFFERENT
        return same_birth or first_agrees or (not first_differs and found[MatchField.BIRTH_DATE] in AGREES)
    return (
        same_birth
        and found[MatchField.ADDRESS] in AGREES
        and (first_agrees or found[MatchField.SURNAME] is Agreement.NOT_COMPARABLE)
    )


def _compare_bsns(concern: str | None, resident: str | None) -> Judgement:
    return compare_texts(concern or "", resident or "")


def _compare_birth_dates(concern: PartialDate | None, resident: PartialDate | None) -> Judgement:
    if concern is None or resident is None:
        return Agreement.NOT_COMPARABLE, "niet te vergelijken"
    if concern.is_complete and concern == resident:
        return Agreement.EQUAL, "gelijk"
    if concern.may_be(resident):
        year_only = concern.month is None or resident.month is None
        return Agreement.FITS, "past, alleen het jaar is bekend" if year_only else "past, de dag is niet bekend"
    return _compare_different_dates(concern, resident)


def _compare_different_dates(concern: PartialDate, resident: PartialDate) -> Judgement:
    if concern.is_complete and resident.is_complete:
        if (concern.year, concern.month, concern.day) == (resident.year, resident.day, resident.month):
            return Agreement.SIMILAR, "lijkt op, dag en maand gewisseld"
        written, ours = concern.isoformat(), resident.isoformat()
        wrong = [place for place in range(len(ours)) if written[place] != ours[place]]
        if len(wrong) == 1:
            return Agreement.SIMILAR, "lijkt op, één cijfer anders"
        if sorted(written) == sorted(ours) and len(wrong) == 2:
            return Agreement.SIMILAR, "lijkt op, cijfers gewisseld"
    return Agreement.DIFFERENT, "anders"
