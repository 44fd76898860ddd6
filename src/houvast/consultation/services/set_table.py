"""Set a table of a municipality: a new one, or another chair, rhythm or ground for one that stands."""

from dataclasses import dataclass
from datetime import datetime, time
from uuid import UUID

from houvast.audit.services.act import act
from houvast.consultation import events
from houvast.consultation.models import AgendaItem, ConsultationTable, Meeting, TableQuestion
from houvast.consultation.rules.agenda import MEETING_MINUTES
from houvast.consultation.services.steps.managing import permit_manager
from houvast.consultation.services.steps.sight import pass_question_on, show_anew
from houvast.directory.selectors import functions_of
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid, NotVisible
from houvast.kernel.ids import new_id

PHASES = (1, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class TableSetting:
    """A table as the municipality wants it. `region` is empty for a table of the municipality alone."""

    name: str
    kind: ConsultationTable.Kind
    chair_id: UUID
    legal_ground: str
    rhythm: str = ""
    place: str = ""
    region: str = ""
    usual_start: time = time(10)
    usual_minutes: int = 90
    cutoff_days: int = 2
    phases: tuple[int, ...] = ()
    active: bool = True


def set_table(
    *, actor: Actor, now: datetime, municipality_id: UUID, setting: TableSetting, table_id: UUID | None = None
) -> UUID:
    """Set a table; gives its id. A new chair takes over the meetings that are not closed, and what they see of them.

    Raises `Refused`, `NotVisible` for a table that this municipality does not keep, or `Invalid`.
    """
    with act(events.TABLE_SET, actor=actor, now=now) as acting:
        permit_manager(acting, municipality_id, actor=actor, now=now)
        acting.subject, acting.subject_id = "table", table_id or new_id()
        rows = ConsultationTable.objects.filter(municipality_id=municipality_id)
        table = rows.filter(pk=table_id).first() if table_id else ConsultationTable(id=acting.subject_id)
        if table is None:
            raise NotVisible
        same_name = rows.exclude(pk=table.id).filter(name__iexact=setting.name.strip()).exists()
        problems = _problems(setting, same_name)
        if not functions_of(setting.chair_id, municipality_id=municipality_id, now=now):
            problems["chair"] = "Kies iemand die in deze gemeente werkt, of bij een partner."
        if problems:
            raise Invalid(problems)
        former = table.chair_id
        _write(table, municipality_id, setting)
        if table_id:
            _pass_on_meetings(table, actor=actor, now=now)
            if former != table.chair_id:
                _pass_on_questions(table, actor=actor, now=now)
        acting.details = {"kind": setting.kind.value, "chair": str(setting.chair_id), "active": setting.active}
        return table.id


def _problems(setting: TableSetting, same_name: bool) -> dict[str, str]:
    problems = {}
    if not setting.name.strip():
        problems["name"] = "Geef de tafel een naam."
    elif same_name:
        problems["name"] = "Er is al een tafel met deze naam. Kies een andere."
    if not setting.legal_ground.strip():
        problems["legal_ground"] = "Schrijf op waarom deze tafel gegevens mag bespreken, bijvoorbeeld het convenant."
    if not 1 <= setting.usual_minutes <= MEETING_MINUTES:
        problems["usual_minutes"] = f"Kies 1 tot {MEETING_MINUTES} minuten."
    if not set(setting.phases) <= set(PHASES):
        problems["phases"] = "Kies fasen uit de lijst."
    return problems


def _write(table: ConsultationTable, municipality_id: UUID, setting: TableSetting) -> None:
    table.municipality_id = municipality_id
    table.region, table.name, table.kind = setting.region, setting.name.strip(), setting.kind
    table.chair_id, table.rhythm, table.legal_ground = setting.chair_id, setting.rhythm, setting.legal_ground.strip()
    table.place = setting.place.strip()
    table.usual_start, table.usual_minutes = setting.usual_start, setting.usual_minutes
    table.cutoff_days, table.phases, table.active = setting.cutoff_days, sorted(setting.phases), setting.active
    table.save()


def _pass_on_meetings(table: ConsultationTable, *, actor: Actor, now: datetime) -> None:
    """Give the meetings that are not closed to the chair of the table, with sight of what is discussed there."""
    running = Meeting.objects.filter(table=table).exclude(state=Meeting.State.CLOSED).exclude(chair_id=table.chair_id)
    for meeting in running.select_for_update():
        Meeting.objects.filter(pk=meeting.id).update(chair_id=table.chair_id)
        for item in AgendaItem.objects.filter(meeting=meeting, taken_off_at__isnull=True):
            show_anew(item, table.chair_id, actor=actor, now=now)


def _pass_on_questions(table: ConsultationTable, *, actor: Actor, now: datetime) -> None:
    """Give the questions of other tables that have not ended to the chair of the table."""
    waiting = TableQuestion.objects.filter(table=table, answer__isnull=True).select_related("item")
    for question in waiting:
        pass_question_on(question, question.item.case_id, table.chair_id, actor=actor, now=now)
