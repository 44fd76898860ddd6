"""Mijn werk, ready to print."""

from collections.abc import Callable

from houvast.ave.vocabulary import ASSIGNED, Responsibility
from houvast.desk.rules.work import Act as WorkAct
from houvast.desk.rules.work import Cause
from houvast.desk.rules.work import WorkGroup as Waiting
from houvast.desk.rules.work import WorkRow as WaitingRow
from houvast.desk.selectors.work import Work
from houvast.intake.selectors.tallies import Tally
from houvast.kernel.dutch_dates import exact
from houvast.web import addresses
from houvast.web.look import LATE, PRIMARY, SECONDARY, VACANT_GROUP, Act, Link, WorkGroup, WorkRow, phase_mark

TITLES = {
    Cause.NOBODY_LEADS: ("niemand", "Niemand heeft de regie", "Wie pakt dit op?"),
    Cause.NOT_RECEIVED: ("overnemen", "Niemand nam dit over", "Er is nog geen ja van iemand met een naam."),
    Cause.TERM_PASSED: ("termijn", "Termijn voorbij", "Dit had al gedaan moeten zijn."),
    Cause.MOMENT_NEAR: ("moment", "Een cruciaal moment komt eraan", "Hier gaat het vaak mis. Nog niet alles is klaar."),
    Cause.GLASS: ("noodtoegang", "Noodtoegang", "Iemand opende een casus omdat niemand te bereiken was."),
    Cause.ALARM: ("alarm", "Alarm", "Iemand opende op één dag ongewoon veel casussen."),
    Cause.REPORTING_CODE: (
        "meldcode",
        "Meldcode open",
        "Er zijn signalen van geweld of mishandeling. Wat is de volgende stap?",
    ),
    Cause.YOUR_DECISION: ("besluit", "Wacht op u", "Anderen kunnen niet verder zonder uw antwoord."),
    Cause.RESIDENT_SAID: ("schreef", "De inwoner schreef u", "In eigen woorden. Zij zien het als u het gelezen hebt."),
    Cause.RESIDENT_WISHES: ("wens", "De inwoner vraagt iets", "Iemand erbij of een andere dag. Zij lezen uw antwoord."),
    Cause.REQUEST: ("verzoeken", "Verzoeken van inwoners", "Zij vragen iets over hun eigen gegevens."),
    Cause.ANSWERED: ("antwoord", "Er is geantwoord", "Iemand aan wie u of uw team iets vroeg, zegt hoe het zit."),
    Cause.NEW_FOR_YOU: ("nieuw", "Nieuw voor u", "Iemand gaf u deze verantwoordelijkheid. Bekijk de casus."),
    Cause.SHARED: ("gedeeld", "Met u gedeeld", "U ziet precies dit, en alleen zo lang. Geef het niet door."),
    Cause.TASK: ("taken", "Uw taken", "Afgesproken met u of uw team."),
    Cause.LIMIT: ("grenzen", "Maatregelen", "Deze lopen af, of de inwoner weet het nog niet."),
    Cause.STAY: ("elders", "Verblijf elders loopt af", "Wie daar meekijkt, ziet de casus daarna niet meer."),
    Cause.TEMPORARY: ("tijdelijk", "Bijna om", "Zoek wie het voor vast overneemt, of verleng."),
    Cause.FOLLOW_UP: ("aanvullen", "Nog aan te vullen", "Dit mocht later, en is nog open."),
    Cause.MOMENT: ("momenten", "Momenten in de komende twee weken", "Nog niet alles is klaar."),
    Cause.REVIEW: ("herzien", "Tijd om opnieuw te kijken", ""),
    Cause.SHORT_LINE: ("lijnen", "Korte lijnen", "Hier antwoordt niemand meer, of niemand keek het lang na."),
    Cause.AFTERCARE: ("nazorg", "Vinger aan de pols", "Gaat het goed na afschalen of sluiten?"),
    Cause.MANY_ORGANISATIONS: ("mensen", "Veel organisaties om één huishouden", "Wie kan eruit?"),
}
LABELS = {
    WorkAct.CONFIRM_URGENCY: "Opschaling bevestigen",
    WorkAct.DECIDE: "Voorstel lezen",
    WorkAct.ANSWER_HAND_OVER: "Overdracht lezen",
    WorkAct.SEE_HAND_OVER: "Overdracht openen",
    WorkAct.SEE_TAKE_OVER: "Vraag openen",
    WorkAct.SEE_URGENCY: "Opschaling openen",
    WorkAct.ANSWER_TAKE_OVER: "Vraag lezen",
    WorkAct.JUDGE: "Oordeel geven",
    WorkAct.FIND_HOLDER: "Vaste regisseur zoeken",
    WorkAct.ASK_HOLDER: "Overname vragen",
    WorkAct.FOLLOW_UP: "Aanvullen",
    WorkAct.REVIEW: "Fase herzien",
    WorkAct.LOOK_AGAIN: "Casus bekijken",
    WorkAct.CHECK_PULSE: "Zeggen hoe het gaat",
    WorkAct.TAKE_UP_AFTERCARE: "Iemand verantwoordelijk maken",
    WorkAct.NAME_RECEIVER: "Ontvanger aanwijzen",
    WorkAct.ANSWER_RECEIVER: "Antwoord geven",
    WorkAct.SEE_PEOPLE: "Mensen bekijken",
    WorkAct.REPORT_TASK: "Stand vastleggen",
    WorkAct.READ_ANSWER: "Antwoord lezen",
    WorkAct.SEE_PLAN: "Plan bekijken",
    WorkAct.UPDATE_PLAN: "Plan bijwerken",
    WorkAct.SEE_CODE: "Meldcode openen",
    WorkAct.PREPARE: "Voorbereiding openen",
    WorkAct.REPORT_ITEM: "Punt melden",
    WorkAct.SEE_STAY: "Afspraak openen",
    WorkAct.PUT_ON_AGENDA: "Op een agenda zetten",
    WorkAct.ANSWER_TABLE: "Antwoord geven",
    WorkAct.SEE_REFERRAL: "Aanmelding bekijken",
    WorkAct.LOOK_BACK: "Terugkijken",
    WorkAct.DECIDE_TAILOR_MADE: "Aanvraag lezen",
    WorkAct.TELL_TAILOR_MADE: "Afloop vastleggen",
    WorkAct.ANSWER_MOVE: "Aanbod lezen",
    WorkAct.SEE_MOVE: "Aanbod openen",
    WorkAct.FIND_CONTACT: "Contact vastleggen",
    WorkAct.CHECK_LINE: "Nakijken",
    WorkAct.ANSWER_COLLEAGUE: "Vraag lezen",
    WorkAct.READ_COLLEAGUE: "Antwoord lezen",
    WorkAct.SEE_REQUEST: "Verzoek openen",
    WorkAct.HEAR_RESIDENT: "Mensen bekijken",
    WorkAct.JUDGE_GLASS: "Zeggen of het terecht was",
    WorkAct.ANSWER_SHARING: "Goedkeuren of weigeren",
    WorkAct.TELL_RESIDENT: "Vastleggen wat de inwoner weet",
    WorkAct.SEE_SHARED: "Bekijken wat is gedeeld",
    WorkAct.READ_WORDS: "Lezen",
    WorkAct.ANSWER_WISH: "Antwoord geven",
    WorkAct.REVIEW_HIT: "Opnieuw bekijken",
    WorkAct.REVIEW_OWN_PAGE: "Opnieuw bekijken",
    WorkAct.ANSWER_ALARM: "Afloop vastleggen",
}
ASSIGN_LABELS = {
    Responsibility.CASE_DIRECTION: "Casusregie toewijzen",
    Responsibility.PROCESS_DIRECTION: "Procesregie toewijzen",
    Responsibility.OPERATIONAL: "Tijdelijk invullen",
    Responsibility.ADMINISTRATIVE: "Tijdelijk invullen",
}


def groups(waiting: Work) -> tuple[WorkGroup, ...]:
    """Give the groups; the first row of the page has the one filled button."""
    made = []
    for number, group in enumerate(waiting.groups):
        made.append(_group(group, first=number == 0))
    return tuple(made)


def concerns(waiting: Work) -> tuple[Link, ...]:
    """Give what waits in concerns, referrals and covenants, as links; nothing when nothing waits."""
    ending = tuple(Link(f"{each.name} loopt af op {exact(each.until_on)}", "/gronden/") for each in waiting.covenants)
    return ending + tuple(
        Link(text, url)
        for text, url in (
            (_referrals(waiting.referrals), "/zvh/"),
            (_questions(waiting.questions), addresses.SAMPLE),
            (_counted(waiting.triage, "wacht op triage", "wachten op triage"), "/signalen/"),
            (
                _counted(waiting.passed_on, "is aan uw team doorgegeven", "zijn aan uw team doorgegeven"),
                "/signalen/doorgegeven/",
            ),
        )
        if text
    )


def _questions(count: int) -> str:
    """Say how many questions whether somebody is known wait to be judged."""
    if count == 0:
        return ""
    what = "1 vraag" if count == 1 else f"{count} vragen"
    return f"{what} of iemand bekend is: {'was die' if count == 1 else 'waren die'} nodig?"


def _referrals(tally: Tally) -> str:
    if tally.count == 0:
        return ""
    more = "+" if tally.more else ""
    return f"{tally.count}{more} {'aanmelding wacht' if tally.count == 1 else 'aanmeldingen wachten'} op antwoord"


def _counted(tally: Tally, one: str, many: str) -> str:
    if tally.count == 0:
        return ""
    return f"1 signaal {one}" if tally.count == 1 else f"{tally.count}{'+' if tally.more else ''} signalen {many}"


def _group(group: Waiting, *, first: bool) -> WorkGroup:
    anchor, title, note = TITLES[group.cause]
    rows = tuple(_row(row, PRIMARY if first and number == 0 else SECONDARY) for number, row in enumerate(group.rows))
    count = f"{len(rows)}+" if group.more else str(len(rows))
    if group.cause is Cause.NOBODY_LEADS:
        return WorkGroup(anchor, title, note, count, rows, VACANT_GROUP)
    return WorkGroup(anchor, title, note, count, rows)


def _row(row: WaitingRow, css_class: str) -> WorkRow:
    return WorkRow(
        name=row.name,
        url=addresses.case(row.code) if row.code else _url(row),
        code=row.code,
        why=row.why,
        when=row.when,
        when_exact=row.when_exact,
        when_class=LATE if row.late else "",
        phase=phase_mark(row.phase) if row.phase else None,
        act=Act(_label(row), _url(row), css_class),
    )


def _label(row: WaitingRow) -> str:
    by_hand = {each.value for each in ASSIGNED}
    if row.act is WorkAct.ASSIGN or (row.act is WorkAct.FIND_HOLDER and row.target not in by_hand):
        return ASSIGN_LABELS[Responsibility(row.target)]
    return LABELS[row.act]


def _assign_url(row: WaitingRow) -> str:
    responsibility = Responsibility(row.target)
    fills_itself = responsibility in (Responsibility.OPERATIONAL, Responsibility.ADMINISTRATIVE)
    return addresses.seat_act(row.code, "tijdelijk" if fills_itself else "toewijzen", responsibility)


def _of_target(address: Callable[[str], str]) -> Callable[[WaitingRow], str]:
    return lambda row: address(row.target)


_URLS: dict[WorkAct, Callable[[WaitingRow], str]] = {
    WorkAct.ASSIGN: _assign_url,
    WorkAct.FIND_HOLDER: _assign_url,
    WorkAct.ASK_HOLDER: lambda row: addresses.seat_act(row.code, "overdragen", Responsibility(row.target)),
    WorkAct.CONFIRM_URGENCY: _of_target(addresses.urgency),
    WorkAct.DECIDE: _of_target(addresses.proposal),
    WorkAct.ANSWER_HAND_OVER: _of_target(addresses.hand_over),
    WorkAct.ANSWER_TAKE_OVER: _of_target(addresses.take_over),
    WorkAct.SEE_HAND_OVER: _of_target(addresses.hand_over),
    WorkAct.SEE_TAKE_OVER: _of_target(addresses.take_over),
    WorkAct.SEE_URGENCY: _of_target(addresses.urgency),
    WorkAct.JUDGE: _of_target(addresses.judgement),
    WorkAct.FOLLOW_UP: _of_target(addresses.follow_up),
    WorkAct.ANSWER_RECEIVER: _of_target(addresses.receiver),
    WorkAct.NAME_RECEIVER: lambda row: addresses.case_act(row.code, "ontvanger"),
    WorkAct.CHECK_PULSE: lambda row: addresses.case_act(row.code, "vinger-aan-de-pols"),
    WorkAct.TAKE_UP_AFTERCARE: lambda row: addresses.case_act(row.code, "nazorg-toewijzen"),
    WorkAct.READ_WORDS: lambda row: f"{addresses.case(row.code)}#schreef",
    WorkAct.ANSWER_WISH: lambda row: addresses.wish(row.code, row.target),
    WorkAct.REVIEW: lambda row: addresses.case_act(row.code, "herzien"),
    WorkAct.REPORT_TASK: _of_target(addresses.task),
    WorkAct.READ_ANSWER: _of_target(addresses.task),
    WorkAct.SEE_PLAN: lambda row: addresses.case_act(row.code, "plan"),
    WorkAct.SEE_CODE: lambda row: addresses.case_act(row.code, "meldcode"),
    WorkAct.UPDATE_PLAN: lambda row: addresses.case_act(row.code, "plan/bijwerken"),
    WorkAct.PREPARE: _of_target(addresses.moment),
    WorkAct.REPORT_ITEM: _of_target(addresses.moment_item),
    WorkAct.SEE_STAY: _of_target(addresses.stay),
    WorkAct.PUT_ON_AGENDA: _of_target(lambda target: addresses.table_question(target, "agenda")),
    WorkAct.ANSWER_TABLE: _of_target(lambda target: addresses.table_question(target, "antwoord")),
    WorkAct.SEE_REFERRAL: lambda row: addresses.case_act(row.code, "zvh"),
    WorkAct.LOOK_BACK: lambda row: addresses.referral(row.target, "terugkijken"),
    WorkAct.DECIDE_TAILOR_MADE: _of_target(addresses.tailor_made),
    WorkAct.TELL_TAILOR_MADE: lambda row: addresses.tailor_made(row.target, "afloop/"),
    WorkAct.ANSWER_MOVE: _of_target(addresses.move),
    WorkAct.SEE_MOVE: _of_target(addresses.move),
    WorkAct.FIND_CONTACT: _of_target(lambda target: addresses.short_line(target, "contact")),
    WorkAct.CHECK_LINE: _of_target(lambda target: addresses.short_line(target, "klopt")),
    WorkAct.ANSWER_COLLEAGUE: _of_target(addresses.colleague_question),
    WorkAct.READ_COLLEAGUE: _of_target(addresses.colleague_question),
    WorkAct.SEE_REQUEST: _of_target(addresses.request),
    WorkAct.JUDGE_GLASS: _of_target(addresses.glass),
    WorkAct.ANSWER_SHARING: _of_target(lambda target: f"/gedeeld/{target}/antwoord/"),
    WorkAct.TELL_RESIDENT: _of_target(lambda target: f"/gedeeld/{target}/vertellen/"),
    WorkAct.SEE_SHARED: _of_target(lambda target: f"/gedeeld/{target}/"),
    WorkAct.HEAR_RESIDENT: lambda row: addresses.case_act(row.code, "mensen"),
    WorkAct.ANSWER_ALARM: _of_target(lambda target: f"{addresses.ALARMS}{target}/"),
    WorkAct.REVIEW_HIT: lambda row: addresses.case_act(row.code, addresses.NO_HIT),
    WorkAct.REVIEW_OWN_PAGE: lambda row: addresses.own_pages(row.code),
    WorkAct.SEE_PEOPLE: lambda row: addresses.case_act(row.code, "mensen"),
}


def _url(row: WaitingRow) -> str:
    make = _URLS.get(row.act)
    return addresses.case(row.code) if make is None else make(row)
