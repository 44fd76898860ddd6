"""Where things are: the addresses of pages, made in one place. They hold codes and ids only, never a name."""

from uuid import UUID

from houvast.ave.vocabulary import Responsibility

SEAT_SLUGS = {
    Responsibility.CASE_DIRECTION: "casusregie",
    Responsibility.PROCESS_DIRECTION: "procesregie",
    Responsibility.OPERATIONAL: "operationeel",
    Responsibility.ADMINISTRATIVE: "bestuurlijk",
}
RESPONSIBILITY_OF_SLUG = {slug: responsibility for responsibility, slug in SEAT_SLUGS.items()}


def case(code: str) -> str:
    """The page of a case."""
    return f"/casussen/{code}/"


def seat_act(code: str, act: str, responsibility: Responsibility) -> str:
    """A page that changes a seat; `act` is toewijzen, tijdelijk, overdragen or teruggeven."""
    return f"/casussen/{code}/{act}/{SEAT_SLUGS[responsibility]}/"


def case_act(code: str, act: str) -> str:
    """A page that changes a case, such as "sluiten"."""
    return f"/casussen/{code}/{act}/"


def own_pages(code: str, act: str = "") -> str:
    """Who has an own page in a case, or a page that changes it, such as "geven/"."""
    return f"/casussen/{code}/eigen-pagina/{act}"


def wish(code: str, wish_id: UUID | str) -> str:
    """The page on which one says yes to what somebody wishes on their own page; saying no hangs below it."""
    return own_pages(code, f"wens/{wish_id}/")


def resident_of_case(code: str, resident_id: UUID) -> str:
    """The page on which the data of somebody in a case are corrected; what else is done with them hangs below it."""
    return f"/casussen/{code}/mensen/inwoner/{resident_id}/"


def relative(code: str, resident_id: UUID, network_member_id: UUID) -> str:
    """The page for when somebody of a network calls; what is recorded of them hangs below it."""
    return f"{resident_of_case(code, resident_id)}naaste/{network_member_id}/"


def scale_to(code: str, phase: int) -> str:
    """The page on which a case is scaled to a phase."""
    return f"/casussen/{code}/schalen/{phase}/"


def scale_urgently(code: str, phase: int) -> str:
    """The page on which a case is scaled up to a phase at once."""
    return f"/casussen/{code}/spoed/{phase}/"


def hand_over(question_id: UUID | str) -> str:
    """The page on which a hand-over is answered."""
    return f"/overdrachten/{question_id}/"


def take_over(question_id: UUID | str) -> str:
    """The page on which a team answers."""
    return f"/overnames/{question_id}/"


def withdraw_take_over(question_id: UUID | str) -> str:
    """The page on which a question to a team is taken back."""
    return f"/overnames/{question_id}/intrekken/"


def proposal(proposal_id: UUID | str) -> str:
    """The page on which a proposal is decided."""
    return f"/voorstellen/{proposal_id}/"


def ask_judgement(proposal_id: UUID | str) -> str:
    """The page on which one more judgement on a proposal is asked."""
    return f"/voorstellen/{proposal_id}/oordeel-vragen/"


def judgement(request_id: UUID | str) -> str:
    """The page on which somebody judges a proposal."""
    return f"/oordelen/{request_id}/"


def receiver(request_id: UUID | str) -> str:
    """The page on which somebody says that they take a case over."""
    return f"/ontvangers/{request_id}/"


def urgency(decision_id: UUID | str) -> str:
    """The page on which an urgent scaling is confirmed or reversed."""
    return f"/spoed/{decision_id}/"


def follow_up(decision_id: UUID | str) -> str:
    """The page on which is filled in what follows a decision."""
    return f"/besluiten/{decision_id}/"


def new_concern(point_id: UUID, *, saved: UUID | None = None) -> str:
    """The quick form of a point; with `saved` it also asks the reasons for the concern that was just saved."""
    return f"/signalen/nieuw/?punt={point_id}" + (f"&bewaard={saved}" if saved else "")


def concern(concern_id: UUID | None) -> str:
    """The triage board with a concern open; without one, with the first in the queue."""
    return f"/signalen/{concern_id}/" if concern_id else "/signalen/"


def concern_act(concern_id: UUID, act: str) -> str:
    """A page or button that changes a concern, such as "advies"."""
    return f"/signalen/{concern_id}/{act}/"


def repair_row(row_id: UUID) -> str:
    """The page on which a row of a list is corrected."""
    return f"/signalen/herstellen/{row_id}/"


def passed_on(concern_id: UUID) -> str:
    """The page on which a team answers what was passed on to it."""
    return f"/signalen/doorgegeven/{concern_id}/"


def limit(limit_id: UUID | str, act: str) -> str:
    """A page on which something is recorded about a limit; `act` is beeindigen or verteld."""
    return f"/grenzen/{limit_id}/{act}/"


def tailor_made(tailor_id: UUID | str, act: str = "") -> str:
    """The page on which tailor-made help is answered, or another act on it: "intrekken/" or "afloop/"."""
    return f"/maatwerk/{tailor_id}/{act}"


def task(task_id: UUID | str) -> str:
    """The page of a task, on which one says how it stands."""
    return f"/taken/{task_id}/"


def task_link(task_id: UUID | str, act: str = "") -> str:
    """The page on which a link to a task is made, or withdrawn (`act` is intrekken/)."""
    return f"/taken/{task_id}/link/{act}"


def secret_link(secret: str) -> str:
    """Where a partner opens a link. The one address that holds a secret: it leads on at once, and no log holds it."""
    return f"/link/{secret}/"


def document(document_id: UUID | str, act: str = "") -> str:
    """The page of a document, or one that adds to it: versie or gelakte-kopie."""
    return f"/documenten/{document_id}/{act}{'/' if act else ''}"


def document_version(version_id: UUID | str) -> str:
    """The file of a version."""
    return f"/documenten/versies/{version_id}/"


def new_letter(code: str, kind: str, recipient_id: UUID | str) -> str:
    """Where a letter of a kind is written to somebody."""
    return f"/casussen/{code}/brieven/nieuw/{kind}/{recipient_id}/"


def new_letter_to(code: str, recipient_id: UUID) -> str:
    """Where is chosen what kind of letter goes to somebody."""
    return f"/casussen/{code}/brieven/nieuw/?to={recipient_id}"


def letter(letter_id: UUID | str, act: str = "") -> str:
    """The page of a letter, or its file: brief.pdf or brief.txt."""
    return f"/brieven/{letter_id}/{act}"


def own_letter(letter_id: UUID, act: str = "") -> str:
    """Give the page on which who it is to reads a letter, or one of its files."""
    return f"/mijn/brieven/{letter_id}/{act}"


def letter_template(kind: str = "") -> str:
    """Where an administrator sets what a kind of letter begins with; without a kind, the list of them."""
    return f"/beheer/brieven/{kind}/" if kind else "/beheer/brieven/"


def moments(code: str) -> str:
    """The crucial moments of a case."""
    return f"/casussen/{code}/momenten/"


def moment(moment_id: UUID | str) -> str:
    """The page of a crucial moment, with its list."""
    return f"/momenten/{moment_id}/"


def moment_act(moment_id: UUID | str, act: str) -> str:
    """A page that changes a crucial moment, such as "verzetten"."""
    return f"/momenten/{moment_id}/{act}/"


def moment_item(item_id: UUID | str) -> str:
    """The page on which an item of a crucial moment is reported."""
    return f"/momenten/punten/{item_id}/"


def stay_elsewhere(code: str, municipality: str = "") -> str:
    """Where a stay in another municipality is agreed; without the code of one, where that is chosen."""
    return f"/casussen/{code}/verblijf-elders/{municipality}{'/' if municipality else ''}"


def stay(stay_id: UUID | str, act: str = "") -> str:
    """The page of a stay elsewhere, or one that changes it: verlengen or beeindigen."""
    return f"/verblijf-elders/{stay_id}/{act}{'/' if act else ''}"


def offer_move(code: str, municipality: str = "") -> str:
    """Where a case is offered to another municipality; without the code of one, where that is chosen."""
    return f"/casussen/{code}/verhuizen/{municipality}{'/' if municipality else ''}"


def move(offer_id: UUID | str, act: str = "") -> str:
    """The page of an offer, or one that answers it: aannemen, weigeren or intrekken."""
    return f"/verhuizingen/{offer_id}/{act}{'/' if act else ''}"


def short_line(line_id: UUID | str, act: str = "") -> str:
    """Give the page of a short line, or that of something to do with it."""
    return f"/korte-lijnen/{line_id}/{act}"


def colleague_question(question_id: UUID | str, act: str = "") -> str:
    """Give the page of a question to a colleague, or that of something to do with it."""
    return f"/korte-lijnen/vragen/{question_id}/{act}"


def meeting(meeting_id: UUID, act: str = "") -> str:
    """A meeting: its agenda before and during it, its minutes afterwards; or a page that changes it."""
    return f"/overleg/{meeting_id}/{act}"


def agenda_item(item_id: UUID, act: str = "") -> str:
    """The screen of an item, to run the meeting from; or a page or button that changes the item."""
    return f"/overleg/punt/{item_id}/{act}"


def table_question(question_id: UUID | str, act: str) -> str:
    """A page about a question between tables; `act` is agenda, antwoord or intrekken."""
    return f"/overleg/vragen/{question_id}/{act}"


def table(table_id: UUID, act: str = "") -> str:
    """A table as its administrator sees it, or a page that changes it."""
    return f"/beheer/tafels/{table_id}/{act}"


def referral(referral_id: UUID | str, act: str) -> str:
    """A page on which the municipality records something about a referral; `act` is antwoord, terug or terugkijken."""
    return f"/zvh/aanmeldingen/{referral_id}/{act}/"


def house_file(file_id: UUID, act: str = "") -> str:
    """A file of a safety house, or a page that changes it, such as "notitie"."""
    return f"/zvh/{file_id}/{act}/" if act else f"/zvh/{file_id}/"


def criteria(house_id: UUID, code: str = "") -> str:
    """The admission criteria of a safety house, or the page on which one is set."""
    return f"/zvh/criteria/{house_id}/{code}/" if code else f"/zvh/criteria/{house_id}/"


def request(request_id: UUID | str) -> str:
    """The page of a request of a resident; without an id, the list of them."""
    return f"/verzoeken/{request_id}/" if request_id else "/verzoeken/"


ALARMS = "/logboek/alarmen/"
"""Who opened unusually many cases, for the privacy officer."""

NO_HIT = "geen-treffer"
"""The act by which a case gives no hit: the last part of its address."""

KNOWN = "/bekend/"
"""Where somebody asks whether one person is known."""
SAMPLE = f"{KNOWN}steekproef/"
"""The questions that were set aside for the privacy officer."""

GLASS = "/noodtoegang/"
"""Who broke the glass in a municipality, for its privacy officer."""


def glass(glass_id: UUID | str) -> str:
    """The page on which somebody says whether breaking the glass was right."""
    return f"{GLASS}{glass_id}/"


def reporting_code_step(code_id: UUID | str) -> str:
    """The page on which a step of a reporting code is recorded."""
    return f"/meldcode/{code_id}/stap/"
