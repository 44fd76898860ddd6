"""Adopt a version of the AVE model for a municipality."""

from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.ave.document import refuse_strange_base
from houvast.ave.finding import ModelError
from houvast.ave.load import load_text, shipped_themes
from houvast.directory import policy
from houvast.directory.events import MODEL_ADOPTED
from houvast.directory.model_text import read_model, whole_text
from houvast.directory.models import AdoptedModel, Municipality, Organisation
from houvast.directory.services.steps.managing import add_row, load_manager, permit
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid


def adopt_model(
    municipality_id: UUID, text: str, *, theme: str = "", after: int | None = None, actor: Actor, now: datetime
) -> UUID:
    """Adopt a model as the next version; gives the version's id. Open cases keep the version they were opened under.

    `text` is a model file; `theme` the code of a theme that comes with Houvast. What is stored is the whole text, with
    what it extends filled in. `after` is the version that somebody compared it with (0 for none). Raises `Invalid` with
    the findings, in Dutch, when the model cannot be used, and `Conflict` when another version came in between.
    """
    with act(MODEL_ADOPTED, actor=actor, now=now, municipality=municipality_id) as acting:
        municipality = Municipality.objects.select_for_update().get(pk=municipality_id)
        organisation_id = Organisation.objects.filter(municipality=municipality).values_list("pk", flat=True).first()
        permit(acting, policy.may_manage(load_manager(actor, now=now), organisation_id))
        before = AdoptedModel.objects.filter(municipality=municipality).count()
        if after is not None and after != before:
            raise Conflict("Er is intussen al een ander model vastgesteld. Bekijk opnieuw wat er verandert.")
        code, whole = _whole(text, theme)
        row = AdoptedModel(
            municipality=municipality,
            number=before + 1,
            code=code,
            theme=theme,
            text=whole,
            adopted_at=now,
        )
        add_row(acting, "adopted_model", row)
        acting.details.update(number=row.number, model=code, theme=theme)
        return row.id


def _whole(text: str, theme: str) -> tuple[str, str]:
    path = shipped_themes().get(theme)
    if theme and path is None:
        raise Invalid({"theme": f"Het thema {theme} bestaat niet."})
    try:
        refuse_strange_base(text, "model")
        code = load_text(text, "model").code
        whole = whole_text(text, path)
        read_model(whole)
    except ModelError as wrong:
        raise Invalid({"text": str(wrong)}) from wrong
    return code, whole
