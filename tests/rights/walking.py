"""Go through the application as somebody: one request in a transaction that is rolled back."""

import csv
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from zlib import crc32

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, resolve

from houvast.audit.models import Entry
from houvast.directory.models import Account, Member
from houvast.web.session_limits import begin
from tests.documents.files import TEXT
from tests.rights.forms import FORMS, Fields
from tests.rights.region import MOMENT, Region
from tests.spreading import ENGINE, SHARED

MATRIX = Path(__file__).with_name("matrix.csv")
OWN_MATRIX = Path(__file__).with_name("own_matrix.csv")
_NO_CODE = "C-2026-9998"
_NO_ID = "00000000-0000-4000-8000-000000000001"
ABSENT = {
    **dict.fromkeys(
        ("main", "calm", "small", "closed", "high", "planned", "hosted", "referred", "offered", "down", "kept"),
        _NO_CODE,
    ),
    **dict.fromkeys(
        ("hand_over", "take_over", "row", "resident", "near", "proposal", "urgent", "decision", "judgement"), _NO_ID
    ),
    **dict.fromkeys(("concern", "first", "passed", "repair_row", "colleague", "with_account", "opened"), _NO_ID),
    **dict.fromkeys(("destruction", "hold", "certificate", "closed_id"), _NO_ID),
    **dict.fromkeys(("lock_out", "closed_cell", "note", "glass", "shield"), _NO_ID),
    **dict.fromkeys(("tvo", "tvo_meeting", "feed", "guest_row"), _NO_ID),
    **dict.fromkeys(
        ("function", "repair", "task", "limit", "meldcode", "team", "mandate", "duo", "point", "partner_task"), _NO_ID
    ),
    **dict.fromkeys(("moment", "care_moment", "hot_moment", "item", "held", "care_id", "stay", "tdir_id"), _NO_ID),
    **dict.fromkeys(("offer", "tproc_id", "small_resident", "planned_resident"), _NO_ID),
    **dict.fromkeys(("table", "place", "meeting", "planned_meeting", "agenda_item", "closed_item"), _NO_ID),
    **dict.fromkeys(("resolution", "director", "question", "received"), _NO_ID),
    **dict.fromkeys(("file_asked", "file", "participation", "house", "house_outside"), _NO_ID),
    **dict.fromkeys(("referral_asked", "referral_accepted", "referral_back"), _NO_ID),
    **dict.fromkeys(("resolution", "director", "alone", "asked"), _NO_ID),
    **dict.fromkeys(("line", "colleague_question", "letter", "own_letter", "closed_resident"), _NO_ID),
    **dict.fromkeys(("given", "asked_share", "paper", "consent", "shared_resident", "known_question"), _NO_ID),
    **dict.fromkeys(("sample", "alarm"), _NO_ID),
    **dict.fromkeys(("participant", "brother", "withheld", "wish", "bystander", "same_near"), _NO_ID),
    **dict.fromkeys(("ex_letter", "ex_letter_kept", "mentor_letter_kept", "neighbour"), _NO_ID),
    "shared": _NO_CODE,
    **dict.fromkeys(("document", "version", "care_document", "care_version"), _NO_ID),
    **dict.fromkeys(
        ("request_free", "pien", "request", "request_known", "request_gathered", "request_item", "request_done"), _NO_ID
    ),
    "municipality": "nergens",
    "secret": "nooit-geweest",
}
"""What never existed, in the place of what does."""

OF_A_CASE, EXAMPLE = b"Dijkhuis", b"Bijvoorbeeld: Huishouden Dijkhuis."
"""The name that the cases of the region bear, and the people in them; and where it says nothing of a case."""

DONE_OR_AGAIN = ("302", "422")
_HIDDEN = re.compile(rb'<input type="hidden" name="([\w-]+)" value="([^"]*)"')
_CHANGING = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]*"')

FEWER_WALK = SHARED and ENGINE == "postgresql"
_CLIENT = Client(raise_request_exception=False)
OK, NOT_FOUND = 200, 404
SIGN_IN = ("/inloggen", "/mijn/inloggen/")
A_FILE = "file:"
Cookies = dict[str, str]


@dataclass(frozen=True)
class Row:
    """A row of the matrix: an address with its words, a form by name, and what each viewer gets."""

    method: str
    address: str
    form: str
    expected: Mapping[str, str]

    @property
    def name(self) -> str:
        """Say which row this is."""
        return f"{self.method} {self.address} {self.form}".strip()


@dataclass(frozen=True)
class Answer:
    """What somebody got: the status, where they were sent, and the page without what changes by itself.

    `recorded` says whether the log got an entry by it, as far as somebody watched.
    """

    status: int
    location: str
    body: bytes
    recorded: bool = field(default=True, compare=False)


def matrix(file: Path = MATRIX) -> list[Row]:
    """Read the matrix, or that of who takes part."""
    with file.open(encoding="utf-8", newline="") as lines:
        table = csv.reader((line for line in lines if line.strip() and not line.startswith("#")), skipinitialspace=True)
        head, *rows = [[cell.strip() for cell in row] for row in table]
    return [Row(row[0], row[1], row[2], dict(zip(head[3:], row[3:], strict=True))) for row in rows]


def sign_in(member: Member, moment: datetime = MOMENT) -> Cookies:
    """Sign a member in; gives the cookies."""
    account, _ = Account.objects.get_or_create(member=member, defaults={"username": f"lid-{member.id}"})
    client = Client()
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    session = client.session
    assert isinstance(session, SessionStore)
    begin(session, now=moment)
    session.save()
    return {name: morsel.value for name, morsel in client.cookies.items()}


def ask(
    cookies: Cookies,
    method: str,
    address: str,
    form: Fields | None = None,
    *,
    stays: bool = False,
    watched: bool = False,
) -> Answer:
    """Ask for a page, or send a form; nothing that it does stays, unless it must for what comes next.

    `watched` looks whether the log got an entry, in two queries.
    """
    _CLIENT.cookies.clear()
    _CLIENT.cookies.load(cookies)
    with transaction.atomic():
        known = Entry.objects.count() if watched else 0
        if method == "GET":
            response = _CLIENT.get(address, dict(form or {}))
        elif method == "POST":
            response = _CLIENT.post(address, {name: _sent(value) for name, value in (form or {}).items()})
        else:
            response = _CLIENT.generic(method, address)
        recorded = not watched or Entry.objects.count() > known
        transaction.set_rollback(not stays)
    location = response.headers.get("Location", "")
    return Answer(response.status_code, location, _CHANGING.sub(b"", response.getvalue()), recorded)


def _sent(value: str | list[str]) -> str | list[str] | SimpleUploadedFile:
    """Give what a browser sends for a field: a file for what begins with "file:" and its name."""
    if isinstance(value, str) and value.startswith(A_FILE):
        return SimpleUploadedFile(value.removeprefix(A_FILE), TEXT)
    return value


def filled(text: str, words: Mapping[str, str]) -> str:
    """Put the region's codes and ids into an address or a field."""
    return re.sub(r"\{(\w+)\}", lambda found: words[found.group(1)], text)


def pattern_of(address: str) -> str:
    """Give the pattern behind an address with words in it."""
    return str(resolve(filled(address, ABSENT)).route)


def patterns(resolver: URLResolver | None = None, before: str = "") -> Iterator[str]:
    """Give every pattern that leads somewhere."""
    for each in (resolver or get_resolver()).url_patterns:
        route = f"{before}{each.pattern}"
        if isinstance(each, URLPattern):
            yield route
        else:
            yield from patterns(each, route)


@dataclass(frozen=True)
class SignedIn:
    """A region, and the cookies of everybody in it."""

    region: Region
    cookies: Mapping[str, Cookies]


def sign_everybody_in(region: Region) -> SignedIn:
    """Sign everybody in who looks."""
    return SignedIn(region, {name: sign_in(member) if member else {} for name, member in region.viewers.items()})


class Walk:
    """A region with everybody signed in. A page that somebody got is remembered: nothing that is asked here stays."""

    def __init__(self, signed_in: SignedIn) -> None:
        """Begin without having asked anything."""
        self.region = signed_in.region
        self._cookies = signed_in.cookies
        self._pages: dict[tuple[str, str], Answer] = {}
        self._absent: dict[str, Answer] = {}

    def ask(
        self,
        viewer: str,
        method: str,
        address: str,
        form: Fields | None = None,
        *,
        stays: bool = False,
        watched: bool = False,
        absent: Mapping[str, str] | None = None,
    ) -> Answer:
        """Let a viewer ask for a page or send a form; `absent` replaces words by what does not exist."""
        words = {**self.region.words, **(absent or {})}
        fields = {name: _filled(value, words) for name, value in (form or {}).items()}
        return ask(self._cookies[viewer], method, filled(address, words), fields, stays=stays, watched=watched)

    def get(self, viewer: str, address: str, question: Fields) -> Answer:
        """Let a viewer ask for a page with a question in its address."""
        return ask(self._cookies[viewer], "GET", address, question)

    def form_of(self, row: Row, viewer: str) -> Fields:
        """Give a form as a viewer gets it and fills it in well."""
        return {**_hidden(self._page(viewer, row.address)), **FORMS[row.form]}

    def differences(self, row: Row, *, everybody: bool = not SHARED) -> dict[str, str]:
        """Walk a row; gives for each viewer what is not as the matrix says."""
        walking = self._walking(row, everybody=everybody)
        hidden = self._hidden(row, {viewer for viewer, _ in walking}) if FORMS[row.form] else {}
        anyones = next((found for found in hidden.values() if found), {})
        wrong = {}
        for viewer, expected in walking:
            # Who does not get the page sends what somebody else's page holds; not the mark of what that one was shown.
            own = hidden.get(viewer) or {name: value for name, value in anyones.items() if name != "shown"}
            form = {**own, **FORMS[row.form]}
            answer = self.ask(viewer, row.method, row.address, form, watched=True)
            if row.method == "GET" and not form:
                self._pages[viewer, row.address] = answer
            if str(answer.status) != expected:
                wrong[viewer] = f"{answer.status}, not {expected}"
            elif viewer == "anon" and expected == "302" and not answer.location.startswith(SIGN_IN):
                wrong[viewer] = f"sent to {answer.location}"
            elif answer.status == NOT_FOUND and answer != self._nothing(viewer):
                wrong[viewer] = "differs from a case that does not exist"
            elif OF_A_CASE in answer.body.replace(EXAMPLE, b"") and not answer.recorded:
                wrong[viewer] = "reads something of a case, and the log does not say so"
        return wrong or self._difference_of_nothing(row)

    def _walking(self, row: Row, *, everybody: bool) -> list[tuple[str, str]]:
        """Give who walks: on PostgreSQL one of each answer that a row expects; on SQLite a sixth of the others, never
        the same in each row. In the large form everybody walks every row. The same queries make both answers.
        """
        if everybody:
            return list(row.expected.items())
        by_lot = sorted(row.expected.items(), key=lambda each: crc32(f"{row.name} {each[0]}".encode()))
        first = {expected: viewer for viewer, expected in reversed(by_lot)}
        if FEWER_WALK:
            return [(viewer, expected) for expected, viewer in first.items()]
        others = [(viewer, expected) for viewer, expected in by_lot if first[expected] != viewer]
        return others[::6]

    def _difference_of_nothing(self, row: Row) -> dict[str, str]:
        """Ask for what never existed in the place of what a row is about: that is told apart by nobody either."""
        unseeing = [viewer for viewer, expected in row.expected.items() if expected == str(NOT_FOUND)][:1]
        answers = {each: self.ask(each, row.method, row.address, FORMS[row.form], absent=ABSENT) for each in unseeing}
        return {each: "is not nothing" for each, answer in answers.items() if answer != self._nothing(each)}

    def forget(self) -> None:
        """Forget what was answered."""
        self._pages.clear()
        self._absent.clear()

    def at(self, moment: datetime, viewer: str, address: str) -> int:
        """Give the status of a page at another moment, to a viewer who signs in then."""
        member = self.region.viewers[viewer]
        assert member is not None
        with pytest.MonkeyPatch.context() as patch, transaction.atomic():
            patch.setattr("houvast.web.middleware.read_clock", lambda: moment)
            status = ask(sign_in(member, moment), "GET", filled(address, self.region.words)).status
            transaction.set_rollback(True)
        return status

    def _page(self, viewer: str, address: str) -> Answer:
        """Give a page as a viewer gets it."""
        if (viewer, address) not in self._pages:
            self._pages[viewer, address] = self.ask(viewer, "GET", address)
        return self._pages[viewer, address]

    def _nothing(self, viewer: str) -> Answer:
        """Give what a viewer gets for a case that does not exist."""
        if viewer not in self._absent:
            self._absent[viewer] = self.ask(viewer, "GET", "/casussen/{main}/", absent=ABSENT)
        return self._absent[viewer]

    def _hidden(self, row: Row, walking: Collection[str]) -> dict[str, dict[str, str]]:
        """Give what the pages hold out of sight, for who walks and gets the page, and for one at least who gets it."""
        acts = [viewer for viewer, status in row.expected.items() if status in DONE_OR_AGAIN]
        found: dict[str, dict[str, str]] = {}
        for viewer in sorted(acts, key=lambda each: each not in walking):
            if viewer in walking or not any(found.values()):
                page = self._page(viewer, row.address)
                found |= {viewer: _hidden(page)} if page.status == OK else {}
        return found


def _hidden(page: Answer) -> dict[str, str]:
    return {name.decode(): value.decode() for name, value in _HIDDEN.findall(page.body)}


def _filled(value: str | list[str], words: Mapping[str, str]) -> str | list[str]:
    return filled(value, words) if isinstance(value, str) else [filled(each, words) for each in value]
