"""The sentences of the timeline: what is in bold, and what follows, read as one line."""

from datetime import timedelta

import pytest

from houvast.ave.vocabulary import Responsibility
from houvast.cases.rules.seats import SeatState
from houvast.desk.rules import moves, stays, timeline
from houvast.desk.rules.referrals import steps_told
from houvast.desk.rules.timeline import Happening
from houvast.documents.rules.adding import DocumentKind
from houvast.safety_house.rules.content import ReferralStep
from tests.worlds import NOW

CASE = Responsibility.CASE_DIRECTION
TEMPORARILY = "Casusregie:| Bram neemt tijdelijk waar, tot vr 4 dec"


def line(sentence: tuple[str, str]) -> str:
    """Read a sentence as it stands on the page, with the end of the bold part marked."""
    return "|".join(sentence)


@pytest.mark.parametrize(
    ("cause", "former", "said"),
    [
        ("opened", None, "Casus geopend in AVE 3| door Marit."),
        ("scaled_up", 2, "Opgeschaald van AVE 2 naar AVE 3| door Marit."),
        ("scaled_up_urgently", 2, "Met spoed opgeschaald van AVE 2 naar AVE 3| door Marit."),
        ("scaled_down", 4, "Afgeschaald van AVE 4 naar AVE 3| door Marit."),
        ("reversed", 4, "Spoedopschaling teruggedraaid: weer AVE 3| door Marit."),
        ("closed", 3, "Casus gesloten in AVE 3| door Marit."),
        ("reopened", None, "Casus heropend in AVE 3| door Marit."),
    ],
)
def test_a_period_says_what_began_it(cause: str, former: int | None, said: str) -> None:
    assert line(timeline.period_sentence(cause, 3, former, "Marit")) == said


def test_what_nobody_did_says_nobody() -> None:
    assert line(timeline.period_sentence("opened", 1, None, "")) == "Casus geopend in AVE 1|."


def test_a_review_says_when_somebody_looks_again() -> None:
    assert line(timeline.review_sentence(2, "Sanne", "ma 4 jan 2027", asked=True)) == (
        "AVE 2 past nog,| volgens Sanne. Opnieuw kijken op ma 4 jan 2027."
    )
    assert line(timeline.review_sentence(2, "Sanne", "", asked=True)) == "AVE 2 past nog,| volgens Sanne."
    without = "AVE 2 past nog,| volgens Sanne. De inwoner is niet gevraagd."
    assert line(timeline.review_sentence(2, "Sanne", "", asked=False)) == without


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        ("asked", "Overname gevraagd| aan Jeugd, door Iris."),
        ("accepted", "Jeugd neemt de casus over,| zegt Iris."),
        ("returned", "Jeugd geeft de casus terug,| met advies van Iris."),
        ("shared", "Jeugd doet mee,| zegt Iris. De regie blijft waar zij is."),
        ("withdrawn", "Vraag om over te nemen ingetrokken:| Iris wacht niet meer op Jeugd."),
    ],
)
def test_a_team_that_is_asked_answers(outcome: str, said: str) -> None:
    assert line(timeline.take_over_sentence(outcome, "Jeugd", "Iris")) == said


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        ("asked", "Overdracht gevraagd:| Sanne vraagt Bram de casusregie over te nemen."),
        ("accepted", "Overdracht aangenomen| door Sanne, die de casusregie overneemt."),
        ("refused", "Overdracht geweigerd:| Sanne neemt de casusregie niet over."),
        ("withdrawn", "Overdracht ingetrokken:| Sanne wacht niet meer op Bram voor de casusregie."),
    ],
)
def test_who_is_asked_to_take_a_seat_answers(outcome: str, said: str) -> None:
    assert line(timeline.hand_over_sentence(outcome, CASE, "Bram", "Sanne")) == said


@pytest.mark.parametrize(
    ("outcome", "to", "behalf", "said"),
    [
        ("approved", 3, "", "Akkoord met opschalen naar AVE 3.| Besloten door Nadia."),
        (
            "approved",
            3,
            "de burgemeester",
            "Akkoord met opschalen naar AVE 3.| Besloten door Nadia, namens de burgemeester.",
        ),
        ("refused", 1, "", "Niet akkoord met afschalen naar AVE 1.| Besloten door Nadia."),
        ("withdrawn", 3, "", "Voorstel voor opschalen naar AVE 3 ingetrokken| door Nadia."),
        ("confirmed", 3, "", "Spoedopschaling naar AVE 3 bevestigd.| Besloten door Nadia."),
    ],
)
def test_a_decision_says_who_decided_and_for_whom(outcome: str, to: int, behalf: str, said: str) -> None:
    assert line(timeline.decision_sentence(outcome, 2, to, "Nadia", behalf)) == said


def test_a_proposal_says_which_way() -> None:
    assert line(timeline.proposal_sentence(2, 3, "Sanne")) == (
        "Opschalen voorgesteld| van AVE 2 naar AVE 3, door Sanne."
    )
    assert line(timeline.proposal_sentence(3, 2, "Sanne")) == (
        "Afschalen voorgesteld| van AVE 3 naar AVE 2, door Sanne."
    )


@pytest.mark.parametrize(
    ("by", "agrees", "up", "said"),
    [
        ("", True, True, "FACT Noord was het eens| met opschalen naar AVE 3."),
        ("Yara", False, False, "FACT Noord was het niet eens| met afschalen naar AVE 3, zegt Yara."),
    ],
)
def test_a_partner_agrees_or_does_not(by: str, agrees: bool, up: bool, said: str) -> None:
    assert line(timeline.judgement_sentence("FACT Noord", by, 3, agrees=agrees, up=up)) == said


@pytest.mark.parametrize(
    ("resolutions", "said"),
    [(0, "zonder besluit"), (1, "met 1 besluit"), (2, "met 2 besluiten")],
)
def test_a_table_says_how_much_it_decided(resolutions: int, said: str) -> None:
    assert line(timeline.discussed_sentence("Het wijkoverleg", resolutions)) == (
        f"Het wijkoverleg besprak deze casus,| {said}."
    )


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        ("asked", "Vraag aan een andere tafel:| De wijk vraagt de regio."),
        ("answered", "de regio geeft antwoord| aan De wijk, zegt Nadia."),
        ("not_discussed", "de regio bespreekt dit niet,| zegt Nadia tegen De wijk."),
        ("withdrawn", "Vraag aan een andere tafel ingetrokken:| De wijk wacht niet meer op de regio."),
    ],
)
def test_a_table_that_is_asked_by_another_answers(outcome: str, said: str) -> None:
    assert line(timeline.table_question_sentence("De wijk", "de regio", outcome, "Nadia")) == said


@pytest.mark.parametrize(
    ("outcome", "by", "said"),
    [
        ("asked", "Marit", "Overnemen gevraagd| aan FACT Noord, door Marit."),
        ("accepted", "", "FACT Noord neemt het over.|"),
        ("accepted", "Marit", "FACT Noord neemt het over.| Vastgelegd door Marit."),
        ("refused", "", "FACT Noord neemt het niet over.|"),
        ("withdrawn", "Marit", "Vraag aan de ontvanger ingetrokken:| Marit wacht niet meer op FACT Noord."),
    ],
)
def test_a_receiver_answers_or_somebody_records_it(outcome: str, by: str, said: str) -> None:
    assert line(timeline.receiver_sentence(outcome, "FACT Noord", by)) == said


def test_aftercare_says_when_somebody_asks_how_it_goes() -> None:
    assert line(timeline.aftercare_sentence("Sanne", "ma 11 jan 2027")) == (
        "Nazorg afgesproken| door Sanne. Vinger aan de pols op ma 11 jan 2027."
    )


@pytest.mark.parametrize(
    ("outcome", "next_day", "said"),
    [
        ("goes_well", "", "Vinger aan de pols: het gaat goed,| zegt Sanne."),
        (
            "stays",
            "ma 1 feb 2027",
            "Vinger aan de pols: het blijft zoals het is,| zegt Sanne. Opnieuw op ma 1 feb 2027.",
        ),
        ("scale_up", "", "Vinger aan de pols: het moet weer omhoog,| zegt Sanne."),
    ],
)
def test_a_pulse_check_says_how_it_goes(outcome: str, next_day: str, said: str) -> None:
    assert line(timeline.pulse_sentence(outcome, "Sanne", next_day)) == said


@pytest.mark.parametrize(
    ("state", "cause", "holder", "by", "said"),
    [
        ("vacant", "returned", "", "Sanne", "Casusregie: niemand.| Sanne gaf terug."),
        ("vacant", "returned", "", "", "Casusregie: niemand.|"),
        ("vacant", "left", "", "Sanne", "Casusregie: niemand.|"),
        ("not_required", "opened", "", "", "Casusregie:| niet vereist."),
        (
            "held_temporarily",
            "filled",
            "Bram",
            "Marit",
            f"{TEMPORARILY}, toegewezen door Marit.",
        ),
        (
            "held_temporarily",
            "filled",
            "Bram",
            "Bram",
            f"{TEMPORARILY}, nam dit zelf op zich.",
        ),
        (
            "held_by_resident",
            "assigned",
            "Ruben",
            "Marit",
            "Casusregie:| Ruben heeft zelf de regie, toegewezen door Marit.",
        ),
        ("held", "handed_over", "Bram", "Sanne", "Casusregie:| Bram nam over."),
        ("held", "assigned", "Bram", "Marit", "Casusregie:| Bram, toegewezen door Marit."),
        ("held", "assigned", "Bram", "", "Casusregie:| Bram."),
    ],
)
def test_a_seat_says_what_it_became(state: str, cause: str, holder: str, by: str, said: str) -> None:
    assert line(timeline.seat_sentence(CASE, SeatState(state), cause, holder, by, "vr 4 dec")) == said


def test_the_newest_stands_first_and_of_one_moment_what_was_given_last() -> None:
    old, later = NOW, NOW + timedelta(hours=1)
    first, second, third = Happening(old, "a", ""), Happening(later, "b", ""), Happening(later, "c", "")
    assert timeline.newest_first([second, first, third]) == (third, second, first)


def test_a_house_is_told_without_a_word_of_what_was_written() -> None:
    steps = [
        ReferralStep(NOW, by="Marit"),
        ReferralStep(NOW, outcome="accepted"),
        ReferralStep(NOW, returns=2),
    ]
    assert [(told.at, told.strong + told.text, told.said) for told in steps_told("het huis", steps)] == [
        (NOW, "Aangemeld bij het huis door Marit.", ""),
        (NOW, "Antwoord van het huis: aangenomen.", ""),
        (NOW, "Terug van het huis, 2e keer.", ""),
    ]


def test_a_move_says_who_offered_who_answered_and_from_where_a_case_came() -> None:
    assert line(moves.offer_sentence("Opsterland", "Tjitske", "Sanne")) == (
        "Aangeboden aan gemeente Opsterland:| Sanne vraagt Tjitske de casus over te nemen."
    )
    answers = [
        line(moves.answer_sentence(each, "Opsterland", "Tjitske")) for each in ("accepted", "refused", "withdrawn")
    ]
    assert answers == [
        "Overgenomen door gemeente Opsterland,| zegt Tjitske. Daar loopt een eigen casus.",
        "Niet overgenomen door gemeente Opsterland,| zegt Tjitske.",
        "Aanbod aan gemeente Opsterland ingetrokken| door Tjitske.",
    ]
    assert line(moves.received_sentence("Eemsdelta", "Sanne", "Tjitske")) == (
        "Overgenomen van gemeente Eemsdelta| door Tjitske, aangeboden door Sanne."
    )


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("agreed", "Verblijf in Opsterland:| Tjitske kijkt daar mee tot en met vr 4 dec, afgesproken door Sanne."),
        ("extended", "Verblijf in Opsterland verlengd| tot en met vr 4 dec, door Sanne."),
        ("ended", "Verblijf in Opsterland voorbij:| Tjitske kijkt niet meer mee, zegt Sanne."),
    ],
)
def test_a_stay_is_agreed_extended_and_ended(state: str, said: str) -> None:
    assert line(stays.stay_sentence(state, "Opsterland", "Tjitske", "Sanne", "vr 4 dec")) == said


def test_a_stay_that_ends_asks_who_hosts_and_who_leads_something_else() -> None:
    def why(*, hosts: bool, passed: bool) -> str:
        return stays.why_ending("Opsterland", "Tjitske", hosts=hosts, passed=passed, leading="Eemsdelta")

    assert why(hosts=True, passed=False) == (
        "U kijkt mee voor Eemsdelta. Daarna ziet u deze casus niet meer. Is de inwoner dan terug?"
    )
    assert why(hosts=False, passed=True) == (
        "De afspraak met Opsterland is afgelopen. Is de inwoner terug, of verlengt u?"
    )
    assert why(hosts=False, passed=False) == ("Tjitske in Opsterland kijkt mee. Komt de inwoner terug, of verlengt u?")


@pytest.mark.parametrize(
    ("name", "version", "said"),
    [
        ("Verslag", 1, "Brief toegevoegd:| Verslag, door Yara, GGZ."),
        (None, 1, "Brief toegevoegd| door Yara, GGZ."),
        ("Verslag", 3, "Versie 3 van een document:| Verslag, door Yara, GGZ."),
        (None, 2, "Versie 2 van een document| door Yara, GGZ."),
    ],
)
def test_a_document_is_named_to_who_may_know_what_it_is(name: str | None, version: int, said: str) -> None:
    assert line(timeline.document_sentence(DocumentKind.LETTER, name, "Yara", "GGZ", version)) == said


def test_a_document_is_the_first_version_unless_said_otherwise() -> None:
    assert timeline.document_sentence(DocumentKind.LETTER, None, "Yara", "GGZ")[0] == "Brief toegevoegd"
