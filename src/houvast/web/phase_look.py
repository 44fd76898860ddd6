"""What a phase leaves to the resident, ready to print: for who scales, and for who looks at the phase again."""

from houvast.ave.model import Phase


def own_direction(phase: Phase) -> tuple[tuple[str, str], ...]:
    """Say what the resident decides in a phase by the model, and what must be asked of them, if it says so."""
    asked = " ".join(phase.asks_resident)
    facts = ("Eigen regie", phase.own_direction), ("Vraag de inwoner", asked)
    return tuple(fact for fact in facts if fact[1])
