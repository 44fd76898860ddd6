"""Measures a page and its floor: an empty signed-in page, the same SQL run raw, and a bare template of as many rows."""

import statistics
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass

from django.db import connection
from django.template import Context, Template
from django.test import Client

from houvast.directory.models import Account, Member
from houvast.web.clock import read_clock
from houvast.web.session_limits import begin

REPEATS = 15
EMPTY_PAGE = "/hulp/"
_BARE = Template("<table>{% for row in rows %}<tr><td>{{ row }}</td></tr>{% endfor %}</table>")

Statement = tuple[str, tuple[str | int | None, ...]]


@dataclass(frozen=True)
class Measured:
    """A page in milliseconds, its floor, and how many queries it asked."""

    page: float
    floor: float
    queries: int

    @property
    def ratio(self) -> float:
        """How many times the floor the page costs."""
        return self.page / self.floor


def signed_in(member: Member) -> Client:
    """Give a client that is signed in as a member."""
    account, _ = Account.objects.get_or_create(member=member, defaults={"username": member.name.lower()})
    client = Client()
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    session = client.session
    begin(session, now=read_clock())
    session.save()
    return client


def median(work: Callable[[], object]) -> float:
    """Give the median time of some work in milliseconds, after one run to warm up."""
    work()
    times = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def reads_of(work: Callable[[], object]) -> list[Statement]:
    """Give the SELECTs that some work sends."""
    found: list[Statement] = []

    def note(
        execute: Callable[..., object],
        sql: str,
        params: tuple[str | int | None, ...] | None,
        many: bool,
        context: object,
    ) -> object:
        if sql.startswith("SELECT"):
            found.append((sql, tuple(params or ())))
        return execute(sql, params, many, context)

    with ExitStack() as stack:
        stack.enter_context(connection.execute_wrapper(note))
        work()
    return found


def replay(statements: list[Statement]) -> None:
    """Run statements raw and fetch what they give."""
    with connection.cursor() as cursor:
        for sql, params in statements:
            cursor.execute(sql, params)
            cursor.fetchall()


def measure(client: Client, path: str, rows: int) -> Measured:
    """Measure a page that shows so many rows."""

    def get(address: str) -> None:
        response = client.get(address)
        assert response.status_code == 200, f"{address}: {response.status_code}"

    statements, elsewhere = reads_of(lambda: get(path)), {sql for sql, _ in reads_of(lambda: get(EMPTY_PAGE))}
    own = [(sql, params) for sql, params in statements if sql not in elsewhere]
    bare = Context({"rows": list(range(rows))})
    floor = median(lambda: get(EMPTY_PAGE)) + median(lambda: replay(own)) + median(lambda: _BARE.render(bare))
    return Measured(median(lambda: get(path)), floor, len(statements))
