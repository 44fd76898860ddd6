"""What came in in the other municipalities. Everybody is *verzonnen*."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from houvast.intake.models import ReportingPoint
from houvast.intake.rules.triage import Outcome
from houvast.intake.services.import_list import LIST_READER, import_list
from houvast.practice.concerns import Told, decide, enter
from houvast.practice.draw import Draw
from houvast.practice.police_list import Dispatcher
from houvast.practice.settling import address
from houvast.practice.stage import Stage
from houvast.practice.stories import Story

ROWS = 4
"""How many rows a municipality has on the list of the whole region."""

TOLD = (
    "Buren maken zich zorgen: de gordijnen zijn al een week dicht.",
    "Vraagt hulp voor zijn moeder, die 's nachts op straat loopt.",
    "Komt voor de derde keer vragen om een briefadres.",
    "Werd geschorst op het werk en weet niet hoe het verder moet.",
    "Ruikt gas en rook bij de buurman, die niemand binnenlaat.",
    "Kan niet meer slapen door het lawaai van boven.",
)


def stories(stages: Collection[Stage], dispatcher: Dispatcher) -> Iterator[Story]:
    """Tell of a police list for all of them, and of what was told at the points of each."""
    yield list_of_the_region(stages, dispatcher)
    for stage in stages:
        yield at_the_points(stage)
        yield passed_on(stage)


def list_of_the_region(stages: Collection[Stage], dispatcher: Dispatcher) -> Story:
    """Tell of the list that the command reads: each row goes to the municipality that it names, two to nobody yet."""
    at = next(iter(stages)).at
    now = yield at.today_at(7, 30)
    rows = [dispatcher.row(stage.town, at.today) for stage in stages for _ in range(ROWS)]
    unknown = replace(rows[0], municipality="Waddendorp")
    doubtful = replace(rows[1], bsn="999900001")
    import_list(actor=LIST_READER, now=now, content=dispatcher.write([*rows, unknown, doubtful]))


def at_the_points(stage: Stage) -> Story:
    """Tell of some concerns that wait."""
    draw = Draw(f"signalen {stage.town.local.code}")
    for number in range(2 + draw.number(2)):
        now = yield stage.at.today_at(8, 15 + number * 10)
        enter(stage, _told(stage, draw), now)


def passed_on(stage: Stage) -> Story:
    """Tell of a concern that waits for the answer of a team."""
    draw = Draw(f"doorgegeven {stage.town.local.code}")
    now = yield stage.at.working_ago(1, 10)
    concern_id = enter(stage, _told(stage, draw), now)
    now = yield stage.at.working_ago(1, 13, 30)
    team = stage.town.teams["local"]
    decide(stage["oggz"], now, concern_id, Outcome.PASSED_ON, "other_knows_better", team=team)


def _told(stage: Stage, draw: Draw) -> Told:
    points = [point for point in stage.town.local.points if point.source is not ReportingPoint.Source.POLICE_E33]
    home = address(stage.town.local, draw)
    where = f"{home.street} {home.number} {home.town}"
    return Told(draw.pick(points).name, "desk", draw.pick(TOLD), address=where, urgency=draw.pick(("soon", "normal")))
