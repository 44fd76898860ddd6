"""An argument parser that speaks Dutch."""

import argparse
import sys
from collections.abc import Iterable
from typing import Never

_HEADINGS = {"positional arguments": "wat u opgeeft", "options": "opties"}


class DutchFormatter(argparse.RawDescriptionHelpFormatter):
    """Writes help with Dutch headings."""

    def start_section(self, heading: str | None) -> None:
        """Begin a part of the help under its Dutch heading."""
        super().start_section(_HEADINGS.get(heading or "", heading))

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: "Iterable[argparse._MutuallyExclusiveGroup]",
        prefix: str | None = None,
    ) -> None:
        """Begin with "gebruik:" where argparse would say "usage:"."""
        super().add_usage(usage, actions, groups, "gebruik: " if prefix is None else prefix)


class DutchParser(argparse.ArgumentParser):
    """Parses a command line; its help and its refusal are Dutch. Parsers of subcommands are of this class as well."""

    def __init__(self, *, prog: str, description: str = "", epilog: str = "") -> None:
        """Make a parser with its own help option."""
        super().__init__(
            prog=prog, description=description, epilog=epilog, formatter_class=DutchFormatter, add_help=False
        )
        self.add_argument("-h", "--help", action="help", help="deze uitleg")

    def error(self, message: str) -> Never:
        """Stop with exit code 2. argparse's own English `message` is left out: the usage says the same."""
        self.print_usage(sys.stderr)
        self.exit(2, f"Deze opdracht klopt niet. Uitleg: {self.prog} --help\n")
