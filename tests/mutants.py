"""Changes the pure modules in thousands of small ways, and is red when the tests do not notice enough of them.

`python -m tests.mutants` (`make mutants`) tries all. While you work on one room,
`python -m tests.mutants tests/cases houvast.cases.policy` tries the mutants of a module with the tests of a folder.
Each mutant that survives is shown. Why it is done so stands in ADR 0030, how it stood in `docs/quality.md`.

mutmut makes the mutants: while a pure module is imported, each of its functions gets all its mutants beside it, and one
name says which of them is called. So all are tried in one process, each with the tests that come past its function.
"""

import os
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from difflib import unified_diff
from fnmatch import fnmatch
from importlib import import_module
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from resource import RLIMIT_AS, setrlimit
from signal import ITIMER_PROF, SIGPROF, setitimer, signal
from types import CodeType, FrameType

import pytest
from _pytest.runner import runtestprotocol
from mutmut.mutation.file_mutation import MutatedFile, mutate_file_contents
from mutmut.mutation.trampoline import set_mutant_under_test
from mutmut.state import state

SOURCE = Path(__file__).parent.parent / "src"
PURE = ("houvast/*/rules/*.py", "houvast/*/policy*.py", "houvast/ave/model.py")
NEVER_USED = frozenset({"databases", "django_db_setup", "committed", "db", "client", "chromium_path"})
"""Fixtures that no test of pure code uses."""
ELSEWHERE = ("architecture", "bench", "browser", "cli", "practice", "rights", "upgrade", "upkeep")
"""Folders of tests that are about more than rules."""
WANTED = 95.0
"""How many of a hundred mutants must be killed. Those that change nothing are not taken out of the count."""
SECONDS, MEMORY = 2.0, 6 * 2**30
"""How long the tests of a mutant may take of the processor, and how much memory: else it never ends."""

MADE: dict[str, MutatedFile] = {}
"""The mutants of each pure module."""


class Endless(BaseException):
    """Ends a test that a mutant made endless."""


class Mutating(SourceFileLoader):
    """Imports a pure module together with its mutants."""

    def get_code(self, fullname: str) -> CodeType:
        """Compile the mutants too, and never from the cache."""
        MADE[fullname] = mutate_file_contents(self.path, self.get_data(self.path).decode())
        return self.source_to_code(MADE[fullname].code.encode(), self.path)


class Finder(MetaPathFinder):
    """Finds the pure modules before the import system does."""

    def find_spec(self, fullname: str, path: Sequence[str] | None, target: object = None) -> ModuleSpec | None:
        """Give a pure module to the loader that makes mutants."""
        spec = PathFinder.find_spec(fullname, path) if fullname.startswith("houvast.") else None
        if spec is None or spec.origin is None or Path(spec.origin) not in pure_files():
            return None
        spec.loader = Mutating(fullname, spec.origin)
        return spec


def pure_files() -> frozenset[Path]:
    """Give the files of the pure modules."""
    return frozenset(path for pattern in PURE for path in SOURCE.glob(pattern))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Take the names of the mutants to try; mutants are made from here on, before anything of Houvast is imported."""
    parser.addoption("--mutants", action="append", default=[], metavar="NAME")
    sys.meta_path.insert(0, Finder())


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep the tests that need no database, no browser and no door."""
    left = [item for item in items if not _is_pure(item)]
    items[:] = [item for item in items if _is_pure(item)]
    config.hook.pytest_deselected(items=left)


def _is_pure(item: pytest.Item) -> bool:
    fixtures = frozenset(getattr(item, "fixturenames", ()))
    return item.get_closest_marker("django_db") is None and not fixtures & NEVER_USED


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool:
    """Try the mutants, in the place of running the tests once."""
    for file in pure_files():
        import_module(".".join(file.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__"))
    signal(SIGPROF, _end)
    setrlimit(RLIMIT_AS, (MEMORY, MEMORY))
    names = session.config.getoption("--mutants")
    mutants = [each for each in _every() if not names or any(fnmatch(each, f"{name}*") for name in names)]
    survived, endless = _try_all(session.items, mutants)
    _tell(mutants, survived, endless)
    _after(session.items, mutants, survived)
    return True


def _every() -> Iterator[str]:
    for module, made in sorted(MADE.items()):
        yield from (f"{module}.{name}" for name in made.mutant_names)


def _try_all(items: Sequence[pytest.Item], mutants: Sequence[str]) -> tuple[list[str], list[str]]:
    """Give the mutants that survived, and those that were killed because they never ended."""
    covering = _covering(items)
    survived: list[str] = []
    endless: list[str] = []
    for number, mutant in enumerate(mutants):
        if number % 500 == 0:
            print(f"{number} of {len(mutants)} mutants tried, {len(survived)} survived", flush=True)
        set_mutant_under_test(mutant)
        verdicts = (_verdict(item) for item in covering[mutant.partition("__mutmut_")[0]])
        verdict = next((each for each in verdicts if each), "")
        if not verdict:
            survived.append(mutant)
        elif verdict == "endless":
            endless.append(mutant)
    set_mutant_under_test("")
    return survived, endless


def _covering(items: Sequence[pytest.Item]) -> dict[str, list[pytest.Item]]:
    """Give for each function the tests that come past it, the quickest first."""
    covering: defaultdict[str, list[tuple[float, int, pytest.Item]]] = defaultdict(list)
    set_mutant_under_test("stats")
    for number, item in enumerate(items):
        state()._stats.clear()
        start = time.process_time()
        if _verdict(item):
            raise pytest.UsageError(f"red without any mutant: {item.nodeid}")
        for function in state()._stats:
            covering[function].append((time.process_time() - start, number, item))
    return defaultdict(list, {function: [item for *_, item in sorted(found)] for function, found in covering.items()})


def _verdict(item: pytest.Item) -> str:
    """Run a test; "" when it is green."""
    setitimer(ITIMER_PROF, SECONDS)
    try:
        reports = runtestprotocol(item, log=False, nextitem=None)
    except Endless:
        return "endless"
    finally:
        setitimer(ITIMER_PROF, 0)
    failed = [report for report in reports if report.failed]
    if any("Endless" in str(report.longrepr) for report in failed):
        return "endless"
    return "killed" if failed else ""


def _end(number: int, frame: FrameType | None) -> None:
    raise Endless


def _after(items: Sequence[pytest.Item], mutants: Sequence[str], survived: Sequence[str]) -> None:
    """End red when too few were killed, or when trying mutants left something behind that makes tests red."""
    left = [item.nodeid for item in items if _verdict(item)]
    if left:
        raise pytest.UsageError(f"red after the mutants: {left}")
    rate = 100 - 100 * len(survived) / len(mutants) if mutants else 0.0
    if rate < WANTED:
        raise pytest.UsageError(f"{rate:.1f} % of the mutants were killed, and {WANTED:.0f} % must be")


def _tell(mutants: Sequence[str], survived: Sequence[str], endless: Sequence[str]) -> None:
    for mutant in survived:
        print(f"survived: {mutant}\n    {_change(mutant)}")
    made, alive = (Counter(".".join(each.split(".")[1:3]) for each in some) for some in (mutants, survived))
    for place, number in sorted(made.items()):
        print(f"{place:<28}{number:>6} mutants {100 - 100 * alive[place] / number:>6.1f} % killed")
    print(f"{len(mutants)} mutants, {len(survived)} survived, {len(endless)} were killed because they never ended")


def _change(mutant: str) -> str:
    """Give what a mutant changes, on one line."""
    module, _, name = mutant.rpartition(".")
    made, original = MADE[module], f"{name.partition('__mutmut_')[0]}__mutmut_orig"
    spans = [made.line_span_by_function_name[each] for each in (original, name)]
    lines = [line.strip() for line in made.code.splitlines()]
    before, after = ([line for line in lines[span.start - 1 : span.end] if "__mutmut_" not in line] for span in spans)
    return " ".join(list(unified_diff(before, after, n=0, lineterm=""))[3:])


def main(arguments: Sequence[str]) -> int:
    """Try the mutants that are named with the tests that are named, or all with all."""
    os.environ["HOUVAST_TEST_SIZE"] = "mutants"
    names = [f"--mutants={each}" for each in arguments if each.startswith("houvast")]
    folders = [each for each in arguments if not each.startswith("houvast")] or ["tests"]
    ignored = [f"--ignore=tests/{folder}" for folder in ELSEWHERE]
    plugins = ("tests.mutants", "no:cacheprovider", "no:xdist", "no:terminalreporter")
    quiet = ["-q", "-s", "--assert=plain", "--tb=line"]
    return pytest.main([*quiet, *(f"-p{plugin}" for plugin in plugins), *names, *ignored, *folders])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
