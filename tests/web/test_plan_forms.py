"""What the forms of plans and tasks ask."""

from houvast.web.form_look import OPTIONAL, fields
from houvast.web.plans.forms import AreaForm, TaskForm


def test_what_a_task_needs_does_not_say_that_it_may_stay_empty() -> None:
    optional = {field.name for field in fields(TaskForm()) if field.label.endswith(OPTIONAL)}
    assert optional == {"goal"}


def test_a_life_area_needs_a_name() -> None:
    assert not [field.name for field in fields(AreaForm()) if field.label.endswith(OPTIONAL)]
