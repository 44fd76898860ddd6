"""What happens to plans and tasks, as the audit log says it."""

from houvast.audit.events import Event

PLAN_READ = Event("plan.read", "bekeek een plan")
PLAN_MADE = Event("plan.version_made", "stelde een versie van een plan vast")
TASK_ADDED = Event("task.added", "legde een taak vast")
TASK_STEP_RECORDED = Event("task.step_recorded", "legde vast hoe een taak ervoor staat")
TASK_READ = Event("task.read", "bekeek een taak")
TASKS_LISTED = Event("task.listed", "bekeek een lijst met taken")
LIMIT_RECORDED = Event("limit.recorded", "legde een beperkende maatregel vast")
LIMIT_ENDED = Event("limit.ended", "beëindigde een beperkende maatregel")
LIMIT_TOLD = Event("limit.told", "legde vast dat de inwoner van een maatregel weet")
LIFE_AREA_SET = Event("plan.life_area_set", "stelde een leefgebied van de gemeente in")
LINK_MADE = Event("task.link_made", "maakte een link bij een taak")
LINK_WITHDRAWN = Event("task.link_withdrawn", "trok een link bij een taak in")
LINK_OPENED = Event("task.link_opened", "opende een link bij een taak")
LINK_CODE_ASKED = Event("task.link_code_asked", "vroeg een code bij een link")
LINK_CODE_NOT_SENT = Event("task.link_code_not_sent", "kon een code bij een link niet sturen")
LINK_CODE_TRIED = Event("task.link_code_tried", "vulde een code in bij een link")
LINK_READ = Event("task.link_read", "las een taak met een link")
LINK_ANSWERED = Event("task.link_answered", "beantwoordde een taak met een link")
