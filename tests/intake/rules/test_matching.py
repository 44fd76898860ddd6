"""What two sets of facts say about being one person, field by field and together. Everybody is invented."""

from dataclasses import replace

import pytest

from houvast.intake.rules.judgement import Agreement
from houvast.intake.rules.matching import (
    Certainty,
    FieldJudgement,
    MatchField,
    certainty,
    compare,
    summary,
)
from houvast.intake.rules.person import PersonFacts
from houvast.kernel.partial_date import PartialDate

BORN = PartialDate(1998, 5, 25)
YVONNE = PersonFacts(
    surname="Vegt",
    prefix="van der",
    first_names="Yvonne",
    birth_date=BORN,
    bsn="266131864",
    street="Sennweg",
    house_number="61",
    postcode="9663 HU",
    place="Delfzijl",
)
UNNUMBERED = replace(YVONNE, bsn=None)
REPORTED = PersonFacts(
    surname="Vegt", first_names="Y.", birth_date=BORN, street="Sennweg", house_number="16", place="Delfzijl"
)


def judgement(field: MatchField, concern: PersonFacts, resident: PersonFacts) -> FieldJudgement:
    (found,) = (one for one in compare(concern, resident) if one.field is field)
    return found


def surname(concern: str, resident: str, prefix: str = "", our_prefix: str = "") -> str:
    facts = PersonFacts(surname=concern, prefix=prefix), PersonFacts(surname=resident, prefix=our_prefix)
    assert_both_ways(MatchField.SURNAME, *facts)
    return judgement(MatchField.SURNAME, *facts).text


def first_names(concern: str, resident: str) -> str:
    facts = PersonFacts(first_names=concern), PersonFacts(first_names=resident)
    assert_both_ways(MatchField.FIRST_NAMES, *facts)
    return judgement(MatchField.FIRST_NAMES, *facts).text


def born(concern: PartialDate | None, resident: PartialDate | None) -> str:
    facts = PersonFacts(birth_date=concern), PersonFacts(birth_date=resident)
    assert_both_ways(MatchField.BIRTH_DATE, *facts)
    return judgement(MatchField.BIRTH_DATE, *facts).text


def living_at(street: str, house_number: str, postcode: str, place: str) -> PersonFacts:
    return PersonFacts(street=street, house_number=house_number, postcode=postcode, place=place)


def assert_both_ways(field: MatchField, a: PersonFacts, b: PersonFacts) -> None:
    assert judgement(field, a, b) == judgement(field, b, a)


def how_certain(concern: PersonFacts, resident: PersonFacts) -> Certainty:
    return certainty(compare(concern, resident))


def test_the_screen_of_the_triage_board() -> None:
    judgements = compare(REPORTED, YVONNE)
    assert [(one.field.value, one.text) for one in judgements] == [
        ("Achternaam", "past, zonder “van der”"),
        ("Voornaam", "past, voorletter"),
        ("Geboren", "gelijk"),
        ("Adres", "lijkt op, cijfers gewisseld"),
        ("BSN", "niet te vergelijken"),
    ]
    assert certainty(judgements) is Certainty.PROBABLE
    assert certainty(judgements).value == "waarschijnlijk"
    assert summary(judgements) == "3 velden passen, 1 lijkt erop"


def test_the_summary_counts_in_words() -> None:
    assert summary(compare(PersonFacts(surname="Vegt"), PersonFacts(surname="Vegt"))) == "1 veld past"
    other = replace(YVONNE, first_names="Aleida", surname="Vget", house_number="16", bsn=None)
    assert summary(compare(other, YVONNE)) == "1 veld past, 2 lijken erop, 1 is anders"
    nobody = PersonFacts(surname="Hoving", first_names="Aleida")
    assert summary(compare(nobody, YVONNE)) == "0 velden passen, 2 zijn anders"


@pytest.mark.parametrize(
    ("concern", "resident", "text"),
    [
        ("Vegt", "Vegt", "gelijk"),
        ("VEGT", "Vegt", "gelijk"),
        ("Köster", "Koster", "past, anders geschreven"),
        ("van der Vegt", "Vegt", "past, zonder “van der”"),
        ("Vegt, van der", "van der Vegt", "gelijk"),
        ("de Vries", "van Vries", "lijkt op, ander tussenvoegsel"),
        ("Kallen-Bakker", "Bakker", "past, één van de twee namen"),
        ("Kallen-Bakker", "Kallen", "past, één van de twee namen"),
        ("Kallen-Bakker", "Bakker e/v Kallen", "past, namen in andere volgorde"),
        ("Bakker e.v. Kallen", "Kallen", "past, één van de twee namen"),
        ("Bakker gehuwd met Kallen", "Kallen-Bakker", "past, namen in andere volgorde"),
        ("Kallen-Bakker", "Kallen-Smit", "lijkt op, één naam gelijk"),
        ("Kallen-Bakker", "Kallen-Bakker", "gelijk"),
        ("Vegt-van der Meer", "van der Meer", "past, één van de twee namen"),
        ("Kallen-Bakker", "Hoving", "anders"),
        ("Vget", "Vegt", "lijkt op, letters gewisseld"),
        ("Veegt", "Vegt", "lijkt op, één letter anders"),
        ("Duivenvorden", "Duivenvoorrden", "lijkt op, twee letters anders"),
        ("Smid", "Smeth", "anders"),
        ("Bos", "Bot", "anders"),
        ("", "Vegt", "niet te vergelijken"),
    ],
)
def test_surnames_are_judged_in_words(concern: str, resident: str, text: str) -> None:
    assert surname(concern, resident) == text


def test_a_prefix_in_its_own_column_is_compared_too() -> None:
    assert surname("Vegt", "Vegt", "van der", "Van der") == "gelijk"
    assert surname("Vegt", "Vegt", "", "van der") == "past, zonder “van der”"


@pytest.mark.parametrize(
    ("concern", "resident", "text"),
    [
        ("Yvonne", "Yvonne", "gelijk"),
        ("Joelle", "Joëlle", "past, anders geschreven"),
        ("Y.", "Yvonne", "past, voorletter"),
        ("Y", "Yvonne", "past, voorletter"),
        ("Y.M.", "Yvonne Maria", "past, voorletters"),
        ("JP", "Jan Pieter", "past, voorletters"),
        ("Th.", "Theo", "past, voorletter"),
        ("Y.M.", "Yvonne", "past, voorletter"),
        ("Jan P.", "Jan Pieter", "past, voorletters"),
        ("M.Y.", "Yvonne Maria", "anders"),
        ("Jan P.", "Jaap Pieter", "anders"),
        ("Y.", "Aleida", "anders"),
        ("Jan", "Jan Pieter", "past, niet alle voornamen"),
        ("Jan-Pieter", "Jan Pieter", "past, anders geschreven"),
        ("Wuoter", "Wouter", "lijkt op, letters gewisseld"),
        ("Wuoter", "Wouter Jan", "lijkt op, letters gewisseld"),
        ("Jan", "Jaap", "anders"),
        ("Yara Kim", "Yvonne Kim", "anders"),
        ("", "Yvonne", "niet te vergelijken"),
    ],
)
def test_first_names_are_judged_in_words(concern: str, resident: str, text: str) -> None:
    assert first_names(concern, resident) == text


@pytest.mark.parametrize(
    ("concern", "resident", "text"),
    [
        (BORN, BORN, "gelijk"),
        (None, BORN, "niet te vergelijken"),
        (PartialDate(1998), BORN, "past, alleen het jaar is bekend"),
        (PartialDate(1998), PartialDate(1998), "past, alleen het jaar is bekend"),
        (PartialDate(1998, 5), BORN, "past, de dag is niet bekend"),
        (PartialDate(1998, 6), BORN, "anders"),
        (PartialDate(1998, 4, 3), PartialDate(1998, 3, 4), "lijkt op, dag en maand gewisseld"),
        (PartialDate(1998, 5, 24), BORN, "lijkt op, één cijfer anders"),
        (PartialDate(1989, 5, 25), BORN, "lijkt op, cijfers gewisseld"),
        (PartialDate(1989, 5, 24), BORN, "anders"),
        (PartialDate(1997, 5, 24), BORN, "anders"),
        (PartialDate(1968, 11, 3), BORN, "anders"),
    ],
)
def test_birth_dates_are_judged_in_words(concern: PartialDate | None, resident: PartialDate | None, text: str) -> None:
    assert born(concern, resident) == text


@pytest.mark.parametrize(
    ("concern", "resident", "text"),
    [
        (("Sennweg", "16", "", ""), ("Sennweg", "16", "9663 HU", "Delfzijl"), "gelijk"),
        (("SENNWEG", "16", "", ""), ("Sennweg", "16", "", ""), "gelijk"),
        (("Esmeebaan", "16", "", ""), ("Esméebaan", "16", "", ""), "gelijk"),
        (("Sennweg 16", "", "", ""), ("Sennweg", "16", "", ""), "gelijk"),
        (("Plein 1945 12", "", "", ""), ("Plein 1945", "12", "", ""), "gelijk"),
        (("Sennweg", "16-A", "", ""), ("Sennweg", "16 a", "", ""), "gelijk"),
        (("", "16", "9663HU", ""), ("Sennweg", "16", "9663 HU", ""), "gelijk"),
        (("Sennwg", "16", "9663HU", ""), ("Sennweg", "16", "9663 HU", ""), "lijkt op, straat: één letter anders"),
        (("Sennwg", "16", "", ""), ("Sennweg", "16", "", ""), "lijkt op, straat: één letter anders"),
        (("Sennweg", "16", "", ""), ("Sennweg", "16b", "", ""), "past, zonder toevoeging"),
        (("Sennweg", "16a", "", ""), ("Sennweg", "16b", "", ""), "lijkt op, andere toevoeging"),
        (("Sennweg", "16", "", ""), ("Sennweg", "61", "", ""), "lijkt op, cijfers gewisseld"),
        (("Sennweg", "16", "", ""), ("Sennweg", "18", "", ""), "anders, zelfde straat"),
        (("Sennwg", "16", "", ""), ("Sennweg", "18", "", ""), "anders, zelfde straat"),
        (("Sennweg", "", "", ""), ("Sennweg", "18", "", ""), "lijkt op, zonder huisnummer"),
        (
            ("Kerkstraat", "1", "", "Leek"),
            ("Kerkstraat", "1", "", "Spijk"),
            "anders, zelfde straatnaam in een andere plaats",
        ),
        (
            ("Kerkstraat", "1", "9351 AA", ""),
            ("Kerkstraat", "1", "9909 BB", "Spijk"),
            "anders, zelfde straatnaam in een andere plaats",
        ),
        (("Kerkstraat", "1", "9909 AA", ""), ("Kerkstraat", "1", "9909 BB", "Spijk"), "gelijk"),
        (("Kerkstraat", "1", "", ""), ("Sennweg", "1", "", ""), "anders"),
        (("", "", "", ""), ("Sennweg", "1", "", ""), "niet te vergelijken"),
    ],
)
def test_addresses_are_judged_in_words(
    concern: tuple[str, str, str, str], resident: tuple[str, str, str, str], text: str
) -> None:
    a, b = living_at(*concern), living_at(*resident)
    assert judgement(MatchField.ADDRESS, a, b).text == text
    assert_both_ways(MatchField.ADDRESS, a, b)


@pytest.mark.parametrize(
    ("concern", "resident", "text", "agreement"),
    [
        ("266131864", "266131864", "gelijk", Agreement.EQUAL),
        ("266131864", "012345672", "anders", Agreement.DIFFERENT),
        (None, "266131864", "niet te vergelijken", Agreement.NOT_COMPARABLE),
    ],
)
def test_a_bsn_is_equal_or_not(concern: str | None, resident: str | None, text: str, agreement: Agreement) -> None:
    found = judgement(MatchField.BSN, PersonFacts(bsn=concern), PersonFacts(bsn=resident))
    assert (found.text, found.agreement) == (text, agreement)


@pytest.mark.parametrize(
    "concern",
    [
        YVONNE,
        replace(YVONNE, birth_date=PartialDate(1968, 11, 3), street="Kerkstraat", postcode=""),
        PersonFacts(bsn="266131864"),
        replace(YVONNE, surname="Vegt-Kallen", first_names="Y."),
    ],
)
def test_only_the_same_bsn_with_no_other_name_is_certain(concern: PersonFacts) -> None:
    assert how_certain(concern, YVONNE) is Certainty.CERTAIN


def test_the_same_bsn_with_another_name_is_less_certain() -> None:
    assert how_certain(replace(YVONNE, surname="Hoving"), YVONNE) is Certainty.PROBABLE
    assert how_certain(replace(YVONNE, first_names="Aleida"), YVONNE) is Certainty.PROBABLE
    assert how_certain(replace(YVONNE, surname="Hoving", first_names="Aleida"), YVONNE) is Certainty.POSSIBLE


def test_two_different_bsns_are_two_people_unless_everything_else_agrees() -> None:
    assert how_certain(replace(YVONNE, bsn="012345672"), YVONNE) is Certainty.POSSIBLE
    assert how_certain(replace(YVONNE, bsn="012345672", first_names="Aleida"), YVONNE) is Certainty.NONE
    assert how_certain(replace(YVONNE, bsn="012345672", house_number="16"), YVONNE) is Certainty.NONE


@pytest.mark.parametrize(
    "concern",
    [
        UNNUMBERED,
        replace(UNNUMBERED, surname="Vget", prefix="", first_names="Y."),  # a slip in the name, the same address
        replace(UNNUMBERED, street="Kerkstraat", postcode="", place="Leek"),  # moved
        replace(UNNUMBERED, birth_date=PartialDate(1998)),
        replace(UNNUMBERED, birth_date=PartialDate(1998, 5, 24)),
        replace(UNNUMBERED, first_names=""),
        replace(UNNUMBERED, surname="Vegt-Kallen"),
    ],
)
def test_names_and_birth_date_that_agree_make_it_probable(concern: PersonFacts) -> None:
    assert how_certain(concern, YVONNE) is Certainty.PROBABLE


@pytest.mark.parametrize(
    "concern",
    [
        replace(UNNUMBERED, first_names="Ytje"),  # a twin, or another name in daily life
        replace(UNNUMBERED, birth_date=None),  # father and son may share name and address
        replace(UNNUMBERED, surname="Vget", street="", house_number="", postcode=""),
        replace(UNNUMBERED, surname="Hoving"),  # a new surname after a wedding
        replace(UNNUMBERED, surname="", first_names=""),
        replace(UNNUMBERED, birth_date=PartialDate(1998), street="", postcode=""),
        replace(UNNUMBERED, birth_date=PartialDate(1998), first_names=""),
        replace(UNNUMBERED, surname="", first_names="Yvonne", street="Sennweg"),
    ],
)
def test_what_agrees_in_part_is_possible(concern: PersonFacts) -> None:
    assert how_certain(concern, YVONNE) is Certainty.POSSIBLE


@pytest.mark.parametrize(
    "concern",
    [
        replace(UNNUMBERED, birth_date=PartialDate(1968, 11, 3)),  # a mother of the same name at the same address
        replace(UNNUMBERED, surname="Hoving", birth_date=None),
        replace(UNNUMBERED, surname="Hoving", first_names="Aleida"),
        replace(UNNUMBERED, surname="Hoving", street="Kerkstraat", postcode=""),
        replace(UNNUMBERED, first_names="Aleida", birth_date=None),
        replace(UNNUMBERED, first_names="Aleida", birth_date=PartialDate(1998)),
        replace(UNNUMBERED, first_names="", birth_date=None),  # a surname alone
    ],
)
def test_what_contradicts_or_says_too_little_is_no_match(concern: PersonFacts) -> None:
    assert how_certain(concern, YVONNE) is Certainty.NONE
