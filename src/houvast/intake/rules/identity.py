"""When two rows are the same concern.

A concern is identified by incident and person: the same one again, in another file, encoding or spelling, is already
known and adds nothing; a second person in the same incident is a new concern.

The choice made here: of two mistakes, filing a concern twice is the mild one, because whoever triages sees the same
incident number twice; taking a second person for the first loses that person in silence. So two rows of one incident
are the same concern only when

- both have a BSN, and it is the same; or
- at least one has no BSN, surname, first names and birth date are the same, and prefix and sex do not contradict. A
  year of birth is not a birth date, and without a whole birth date the address must not contradict either (father and
  son);
- as above with a whole birth date, where one gives an initial for a first name ("F. de Vries" and "Felix de Vries") and
  the address does not contradict; or
- one has no surname, and every fact of the person is equal.

Why an initial counts: a list that is sent again after the police filled the name in is about the same person, and a
second concern would be a report that never was ("vierde in zes weken"). It could only be somebody else when twins of
the same sex, both in one incident, have names that begin alike, and the list spells out the name of one. No first name
at all may be any child born that day, so that stays two. Once the longer name was seen, the next name is compared with
that ("F.", "Felix", "Frits" are two people). The example list does not tell: its repeated rows are equal in every cell.
Across incidents an initial is no proof: there `same_person` holds, without it.

Names are compared without regard to capitals, spaces, punctuation and accents; the order of initials counts.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from houvast.intake.rules.names import is_initialled
from houvast.intake.rules.person import PersonFacts
from houvast.intake.rules.row import AcceptedRow
from houvast.intake.rules.spelling import key


def incident_key(incident: str) -> str:
    """The incident number as it is compared: letters and digits only, in small letters."""
    return key(incident)


def concern_identity(row: AcceptedRow) -> str:
    """One text for incident and person: equal texts are the same concern.

    Two rows of the same concern may differ in it, for instance when one has a BSN and the other has not: `same_concern`
    decides. The text holds a BSN or a name; store it under a keyed hash only.
    """
    person = row.person
    if person.bsn is not None:
        facts: tuple[str, ...] = ("bsn", person.bsn)
    elif key(person.surname) and _has_whole_birth_date(person):
        facts = ("naam", *_names(person), key(person.prefix), _birth_date(person), person.sex or "")
    else:
        facts = ("alles", *_all_facts(person))
    return "|".join((incident_key(row.incident), *facts))


def same_concern(a: PersonFacts, b: PersonFacts) -> bool:
    """Whether two rows of ONE incident are about the same person; see the module for the choice made."""
    return same_person(a, b) or _spells_out(a, b)


def same_person(a: PersonFacts, b: PersonFacts) -> bool:
    """Whether two rows are surely about the same person: an initial is not a first name ("J." may be the twin)."""
    if a.bsn is not None and b.bsn is not None:
        return a.bsn == b.bsn
    if not key(a.surname):
        return _all_facts(a) == _all_facts(b)
    if (_names(a), a.birth_date) != (_names(b), b.birth_date):
        return False
    if _contradict(key(a.prefix), key(b.prefix)) or _contradict(a.sex, b.sex):
        return False
    return _has_whole_birth_date(a) or not any(map(_contradict, _address(a), _address(b)))


def _spells_out(a: PersonFacts, b: PersonFacts) -> bool:
    """Whether all that differs is an initial that the other spells out."""
    if (a.bsn is not None and b.bsn is not None) or not is_initialled(a.first_names, b.first_names):
        return False
    addresses = zip(_address(a), _address(b), strict=True)
    return (
        _has_whole_birth_date(a)
        and same_person(replace(a, first_names=""), replace(b, first_names=""))
        and not any(_contradict(one, other) for one, other in addresses)
    )


class KnownConcerns:
    """The concerns filed so far, within a file and over files, to recognise the same one again."""

    def __init__(self, filed: Iterable[tuple[str, PersonFacts]] = ()) -> None:
        """Start from concerns filed earlier, each as its incident number and its person."""
        # Same concerns share a clue, so that only few people need comparing however long the list is.
        self._by_clue: dict[tuple[str, ...], list[PersonFacts]] = {}
        for incident, person in filed:
            self.remember(incident, person)

    def add(self, row: AcceptedRow) -> bool:
        """Remember the concern of this row; False when it was already known."""
        for clue in _clues(row.incident, row.person):
            for person in self._by_clue.get(clue, ()):
                if same_concern(row.person, person):
                    self._spell_out(row.incident, person, row.person)
                    return False
        self.remember(row.incident, row.person)
        return True

    def _spell_out(self, incident: str, known: PersonFacts, seen: PersonFacts) -> None:
        """Keep the name that is spelled out, so that a twin of the same initial is told apart from then on."""
        if _spells_out(known, seen) and len(key(seen.first_names)) > len(key(known.first_names)):
            for clue in _clues(incident, known):
                people = self._by_clue[clue]
                people[people.index(known)] = replace(known, first_names=seen.first_names)

    def remember(self, incident: str, person: PersonFacts) -> None:
        """Add a concern that was filed earlier."""
        for clue in _clues(incident, person):
            self._by_clue.setdefault(clue, []).append(person)


def _clues(incident: str, person: PersonFacts) -> Iterator[tuple[str, ...]]:
    """What two people of one concern have in common: the BSN, or surname and birth date; without a surname all.

    Without a surname every fact must be equal, so a list of only nameless people stays quick.
    """
    facts = (key(person.surname), _birth_date(person)) if key(person.surname) else _all_facts(person)
    yield (incident_key(incident), *facts)
    if person.bsn is not None:
        yield incident_key(incident), person.bsn


def _names(person: PersonFacts) -> tuple[str, str]:
    return key(person.surname), key(person.first_names)


def _birth_date(person: PersonFacts) -> str:
    return "" if person.birth_date is None else person.birth_date.isoformat()


def _has_whole_birth_date(person: PersonFacts) -> bool:
    return person.birth_date is not None and person.birth_date.is_complete


def _address(person: PersonFacts) -> tuple[str, ...]:
    return key(person.street), key(person.house_number), key(person.postcode), key(person.place)


def _all_facts(person: PersonFacts) -> tuple[str, ...]:
    number = person.bsn or ""
    return (*_names(person), key(person.prefix), _birth_date(person), person.sex or "", number, *_address(person))


def _contradict(a: str | None, b: str | None) -> bool:
    return bool(a and b and a != b)
