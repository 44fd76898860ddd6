"""The log of the program itself: JSON lines on standard error, without anything about people.

The message of an exception can hold what somebody typed, and an address can hold what somebody searched for; so of an
exception only its kind and its place in the code are written, and of an address only the path. A path can be a secret
too: what stands behind `/link/` opens a task for who has it, behind `/overleg/kalender/` somebody's meetings. It is
left out.
"""

import re
import traceback
from collections.abc import MutableMapping

import structlog

Line = MutableMapping[str, object]
_SECRET_PATH = re.compile(r"(/link/|/overleg/kalender/)[^/\s]+")


def without_contents(_logger: object, _method: str, line: Line) -> Line:
    """Put the kind of an exception and the places it came through in the line, and leave its message out."""
    given = line.pop("exc_info", None)
    error = given[1] if isinstance(given, tuple) else given
    if isinstance(error, BaseException):
        line["exception"] = type(error).__name__
        line["places"] = [f"{frame.filename}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)]
    return line


def without_secret_paths(_logger: object, _method: str, line: Line) -> Line:
    """Leave the secret out of the address of a link, or of a calendar."""
    line["event"] = _SECRET_PATH.sub(r"\1…", str(line.get("event", "")))
    return line


_FORMATTER = {
    "()": structlog.stdlib.ProcessorFormatter,
    "processors": [
        structlog.stdlib.ProcessorFormatter.remove_processors_meta,
        without_contents,
        without_secret_paths,
        structlog.processors.JSONRenderer(),
    ],
    "foreign_pre_chain": [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso"),
    ],
}
CONFIGURATION: dict[str, object] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": _FORMATTER},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    # Django's own handlers would write a second, plain line; axes writes user names.
    "loggers": {
        "django": {"handlers": [], "level": "WARNING", "propagate": True},
        "axes": {"handlers": [], "level": "CRITICAL", "propagate": False},
    },
}
