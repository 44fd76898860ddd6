"""What can go wrong in a way that a person can mend. Each carries what to say in Dutch; doors never guess."""

from collections.abc import Mapping

from houvast.kernel.verdict import Verdict


class HouvastError(Exception):
    """The root of everything that Houvast says no to on purpose. `on_record` says that the log has it already."""

    def __init__(self, message: str) -> None:
        """Keep the Dutch message for the person."""
        super().__init__(message)
        self.message = message
        self.on_record = False


class NotVisible(HouvastError):
    """What one cannot see does not exist: the same answer for hidden, locked and never made (404)."""

    def __init__(self) -> None:
        """Say the same in every case."""
        super().__init__("Deze pagina bestaat niet, of u mag haar niet zien.")


class Refused(HouvastError):
    """The actor can see it, but may not do this (403). Audited in a transaction of its own."""

    def __init__(self, verdict: Verdict) -> None:
        """Keep the whole verdict, so that the log gets the code and the person the sentence."""
        super().__init__(verdict.message)
        self.verdict = verdict


class Invalid(HouvastError):
    """What was filled in cannot be used. `problems` maps a field to its Dutch message; "" is the whole form."""

    def __init__(self, problems: Mapping[str, str]) -> None:
        """Keep a message for each field."""
        super().__init__(" ".join(problems.values()))
        self.problems = dict(problems)


class Conflict(HouvastError):
    """Somebody else was first: the facts changed between looking and acting (409)."""
