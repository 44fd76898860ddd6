"""The colours of the phases as a stylesheet: a municipality's model brings its own, no page carries a style."""

from houvast.ave.model import Model, Phase
from houvast.web.look import phase_class


def stylesheet(model: Model) -> str:
    """Give the rules for `fase-1`, `fase-2` …; they come after the standard colours in the same layer and so win."""
    rules = "\n".join(f"  {_rule(phase)}" for phase in model.phases)
    return f"@layer tokens {{\n{rules}\n}}\n"


def _rule(phase: Phase) -> str:
    colour = phase.colour
    return (
        f".{phase_class(phase.number)} {{ --fase: {colour.solid}; --fase-on: {colour.on}; --fase-tint: {colour.tint}; "
        f"--fase-text: {colour.text}; --fase-edge: {colour.edge}; }}"
    )
