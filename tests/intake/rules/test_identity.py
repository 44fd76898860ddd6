from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from houvast.intake.rules.identity import KnownConcerns, concern_identity, incident_key, same_concern, same_person
from houvast.intake.rules.person import PersonFacts, Sex
from houvast.intake.rules.row import AcceptedRow
from houvast.kernel.partial_date import PartialDate

JOELLE = PersonFacts(
    surname="Vegt",
    prefix="van der",
    first_names="Joëlle Y.",
    birth_date=PartialDate(1998, 5, 25),
    sex=Sex.FEMALE,
    bsn="266131864",
    street="Sennweg",
    house_number="16",
)
WITHOUT_BSN = replace(JOELLE, bsn=None)

FELIX = PersonFacts(
    surname="Vries",
    prefix="de",
    first_names="Felix",
    birth_date=PartialDate(1990, 4, 2),
    sex=Sex.MALE,
    street="Sennweg",
    house_number="16",
)


def row(person: PersonFacts, incident: str = "PL0100-2026100026") -> AcceptedRow:
    return AcceptedRow(2, incident, date(2026, 11, 22), None, "E33", "Eemsdelta", person, "")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (JOELLE, JOELLE),
        (JOELLE, WITHOUT_BSN),
        (JOELLE, replace(JOELLE, surname="Anders", birth_date=None)),  # the same BSN decides
        (WITHOUT_BSN, replace(WITHOUT_BSN, surname="VEGT", first_names="JOELLE Y", prefix="Van der")),
        (WITHOUT_BSN, replace(WITHOUT_BSN, first_names=" joe\u0308lle  y.")),
        (WITHOUT_BSN, replace(WITHOUT_BSN, prefix="")),
        (WITHOUT_BSN, replace(WITHOUT_BSN, sex=None)),
        (WITHOUT_BSN, replace(WITHOUT_BSN, street="Kerkstraat", house_number="1")),
        (PersonFacts(surname="Vegt"), PersonFacts(surname="Vegt", street="Sennweg")),
        (FELIX, replace(FELIX, first_names="F.")),  # the list spells out what it had as an initial
        (FELIX, replace(FELIX, first_names="F", sex=None, house_number="")),
        (replace(FELIX, first_names="Felix Jan"), replace(FELIX, first_names="F.J.")),
        (replace(FELIX, bsn="266131864"), replace(FELIX, first_names="F.")),
        (PersonFacts(), PersonFacts()),
        (PersonFacts(street="Sennweg", sex=Sex.MALE), PersonFacts(street="SENNWEG", sex=Sex.MALE)),
    ],
)
def test_the_same_person_in_one_incident_is_recognised(a: PersonFacts, b: PersonFacts) -> None:
    assert same_concern(a, b)
    assert same_concern(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (JOELLE, replace(JOELLE, bsn="012345672")),  # two numbers are two people
        (WITHOUT_BSN, replace(WITHOUT_BSN, first_names="Yvonne")),  # a twin
        (WITHOUT_BSN, replace(WITHOUT_BSN, first_names="")),
        (WITHOUT_BSN, replace(WITHOUT_BSN, first_names="Y. Joëlle")),  # the order counts
        (WITHOUT_BSN, replace(WITHOUT_BSN, birth_date=PartialDate(1968, 5, 25))),  # a mother of the same name
        (WITHOUT_BSN, replace(WITHOUT_BSN, birth_date=PartialDate(1998))),
        (WITHOUT_BSN, replace(WITHOUT_BSN, birth_date=None)),
        (WITHOUT_BSN, replace(WITHOUT_BSN, surname="Vget")),
        (WITHOUT_BSN, replace(WITHOUT_BSN, prefix="de")),
        (WITHOUT_BSN, replace(WITHOUT_BSN, sex=Sex.MALE)),
        (
            PersonFacts(surname="Vegt", first_names="J.", house_number="16"),
            PersonFacts(surname="Vegt", first_names="J.", house_number="61"),
        ),
        (PersonFacts(), PersonFacts(sex=Sex.MALE)),
        (PersonFacts(), PersonFacts(bsn="266131864")),
        (FELIX, replace(FELIX, first_names="Frits")),
        (FELIX, replace(FELIX, first_names="F.", sex=Sex.FEMALE)),
        (FELIX, replace(FELIX, first_names="F.", house_number="2")),
        (FELIX, replace(FELIX, first_names="F.", birth_date=PartialDate(1990))),
        (replace(FELIX, birth_date=PartialDate(1990)), replace(FELIX, first_names="F.", birth_date=PartialDate(1990))),
        (FELIX, replace(FELIX, first_names="K.")),
        (FELIX, replace(FELIX, first_names="F.J.")),
        (replace(FELIX, bsn="266131864"), replace(FELIX, bsn="012345672", first_names="F.")),
        (PersonFacts(street="Sennweg"), PersonFacts(street="Kerkstraat")),
        (PersonFacts(first_names="Jan"), PersonFacts(first_names="Jan", street="Kerkstraat")),
    ],
)
def test_a_second_person_in_one_incident_is_another_concern(a: PersonFacts, b: PersonFacts) -> None:
    assert not same_concern(a, b)
    assert not same_concern(b, a)


def test_the_incident_number_is_compared_without_spaces_and_signs() -> None:
    assert incident_key("PL0100-2026100026") == incident_key(" pl0100 2026100026")
    assert incident_key("PL0100-2026100026") != incident_key("PL0100-2026100062")


def test_the_identity_is_one_text_for_incident_and_person() -> None:
    assert concern_identity(row(JOELLE)) == "pl01002026100026|bsn|266131864"
    assert concern_identity(row(WITHOUT_BSN)) == "pl01002026100026|naam|vegt|joelley|vander|1998-05-25|V"
    assert concern_identity(row(PersonFacts(surname="Vegt", birth_date=PartialDate(1998)))) == (
        "pl01002026100026|alles|vegt|||1998||||||"
    )


def test_another_incident_is_another_concern() -> None:
    assert concern_identity(row(JOELLE)) != concern_identity(row(JOELLE, "PL0100-2026100027"))


def test_known_concerns_grow_row_by_row() -> None:
    known = KnownConcerns([("PL0100-2026100026", JOELLE)])
    twin = replace(WITHOUT_BSN, first_names="Yvonne")
    assert not known.add(row(WITHOUT_BSN))
    assert known.add(row(twin))
    assert not known.add(row(twin, "pl0100 2026100026"))
    assert known.add(row(twin, "PL0100-2026100027"))


def test_the_same_bsn_is_recognised_under_another_name() -> None:
    known = KnownConcerns([("PL0100-2026100026", JOELLE)])
    assert not known.add(row(replace(JOELLE, surname="Anders", birth_date=None)))


@pytest.mark.parametrize("bsn", [None, "266131864"])
def test_after_the_name_was_spelled_out_a_twin_of_the_same_initial_is_a_second_person(bsn: str | None) -> None:
    initial = replace(FELIX, first_names="F.", bsn=bsn)
    known = KnownConcerns([("PL0100-2026100026", initial)])
    assert not known.add(row(FELIX))
    assert known.add(row(replace(FELIX, first_names="Frits")))
    assert not known.add(row(replace(initial, bsn=None)))


def test_across_incidents_an_initial_is_no_proof() -> None:
    assert not same_person(FELIX, replace(FELIX, first_names="F."))


PEOPLE = st.builds(
    PersonFacts,
    surname=st.sampled_from(["", "Vegt", "VEGT", "Kallen"]),
    prefix=st.sampled_from(["", "van", "de"]),
    first_names=st.sampled_from(["", "J.", "Jan", "JAN"]),
    birth_date=st.sampled_from([None, PartialDate(1998), PartialDate(1998, 5, 25)]),
    sex=st.sampled_from([None, Sex.MALE, Sex.FEMALE]),
    bsn=st.sampled_from([None, None, "266131864", "012345672"]),
    street=st.sampled_from(["", "Sennweg"]),
    house_number=st.sampled_from(["", "16", "61"]),
)


@given(PEOPLE, PEOPLE)
def test_equal_identities_are_always_the_same_concern(a: PersonFacts, b: PersonFacts) -> None:
    assert same_concern(a, a)
    assert same_concern(a, b) is same_concern(b, a)
    if concern_identity(row(a)) == concern_identity(row(b)):
        assert same_concern(a, b)


@given(st.lists(PEOPLE, max_size=6), PEOPLE)
def test_a_concern_is_known_when_one_of_the_filed_is_the_same(filed: list[PersonFacts], new: PersonFacts) -> None:
    known = KnownConcerns(("PL0100-2026100026", person) for person in filed)
    assert known.add(row(new)) is not any(same_concern(new, person) for person in filed)
