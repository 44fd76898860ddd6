"""The head and the queue of the board, ready to print."""

from datetime import datetime, timedelta
from uuid import UUID

from houvast.directory.viewer import Viewer
from houvast.intake import policy
from houvast.intake.models import ReportingPoint
from houvast.intake.selectors.queue import Queue, QueueLine
from houvast.kernel.dutch_dates import exact, time_left
from houvast.kernel.working_time import in_amsterdam
from houvast.web import addresses
from houvast.web.intake.looks import Board, ConcernLook, QueueRow
from houvast.web.look import LATE, Link

SOON = timedelta(hours=2)
_ORDINALS = ("eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende")


def nth(number: int) -> str:
    """Say which one it is: "vierde", "11e"."""
    return _ORDINALS[number - 1] if number <= len(_ORDINALS) else f"{number}e"


def is_soon(until: datetime, now: datetime) -> bool:
    """Whether a clock is nearly over, or past."""
    return until - now < SOON


def following(waiting: Queue, concern_id: UUID) -> UUID | None:
    """Give the concern that opens after this one: the next in the queue, after the last one the first that is left."""
    ids = [line.id for line in waiting.page.rows]
    place = ids.index(concern_id) if concern_id in ids else -1
    return next((each for each in [*ids[place + 1 :], *ids] if each != concern_id), None)


def board_look(
    viewer: Viewer,
    waiting: Queue,
    *,
    now: datetime,
    open_id: UUID | None,
    opened: ConcernLook | None,
    undo: UUID | None,
    after: str,
) -> Board:
    """Give the board; `open_id` is the concern that is open, `undo` the one that was decided last."""
    lines, page = waiting.page.rows, f"?na={after}" if after else ""
    rest = waiting.to_go - len(lines)
    return Board(
        title=f"Triage, {exact(in_amsterdam(now).date())}",
        decided=f"{waiting.decided_today} beslist",
        to_go=_to_go(waiting, now),
        done=waiting.decided_today,
        total=max(waiting.decided_today + waiting.to_go, 1),
        queue=tuple(
            _row(viewer, each, now, open_id, page, _key(lines, number, open_id)) for number, each in enumerate(lines)
        ),
        more=_more(waiting, rest, after),
        repair=f"{waiting.to_repair} te herstellen" if waiting.to_repair else "",
        undo_url=addresses.concern_act(undo, "ongedaan") if undo else "",
        may_read_lists=policy.may_import(viewer).allowed,
        may_see_settings=policy.may_see_settings(viewer),
        open=opened,
    )


def _to_go(waiting: Queue, now: datetime) -> str:
    soon = sum(is_soon(line.clock.until, now) for line in waiting.page.rows)
    if not soon:
        return f"{waiting.to_go} te gaan."
    return f"{waiting.to_go} te gaan. {'Eén moet' if soon == 1 else f'{soon} moeten'} binnen 2 uur."


def _more(waiting: Queue, rest: int, after: str) -> Link | None:
    if waiting.page.after:
        return Link(f"Nog {rest} signalen" if not after else "Volgende signalen", f"/signalen/?na={waiting.page.after}")
    return Link("Naar het begin van de wachtrij", "/signalen/") if after else None


def _key(lines: tuple[QueueLine, ...], number: int, open_id: UUID | None) -> str:
    """Give the key that opens this row: J for the one after the open one, K for the one before it."""
    ids = [line.id for line in lines]
    place = ids.index(open_id) if open_id in ids else -1
    if number == place + 1:
        return "j"
    return "k" if number == place - 1 else ""


def _row(viewer: Viewer, line: QueueLine, now: datetime, open_id: UUID | None, page: str, key: str) -> QueueRow:
    source = "E33" if line.source == ReportingPoint.Source.POLICE_E33 else line.point
    under = [
        source,
        line.town,
        line.came_back.value if line.came_back else "",
        "" if line.own_ground else line.step.label,
    ]
    busy = line.busy.name if line.busy and line.busy.member_id != viewer.member_id else ""
    return QueueRow(
        url=addresses.concern(line.id) + page,
        name=line.name,
        clock=time_left(line.clock.until, now),
        clock_class=LATE if is_soon(line.clock.until, now) else "",
        under=" · ".join(part for part in under if part),
        repeated=f"{nth(len(line.earlier) + 1)} in zes weken" if line.earlier else "",
        busy=busy,
        is_open=line.id == open_id,
        key=key,
    )
