"""What a command of `houvast` is made of."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass


def always(arguments: Namespace) -> bool:
    """Say that a command needs Django, whatever its arguments."""
    return True


def never(arguments: Namespace) -> bool:
    """Say that a command needs no Django, whatever its arguments."""
    return False


def no_arguments(parser: ArgumentParser) -> None:
    """Add nothing: the command takes no arguments."""


@dataclass(frozen=True, slots=True)
class Command:
    """One command: what it is for (Dutch), its arguments, and what it does.

    `run` gives the exit code. When it `needs_django`, the settings are read before `run` is called; so the module of
    such a command imports what needs Django inside `run`, and `houvast --help` works without any setting.
    """

    summary: str
    run: Callable[[Namespace], int]
    add_arguments: Callable[[ArgumentParser], None] = no_arguments
    needs_django: Callable[[Namespace], bool] = always
