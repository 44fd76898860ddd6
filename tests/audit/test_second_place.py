"""Checkpoints outside the database: lines are added, and a line that broke off does not count."""

import random
import tracemalloc
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from houvast.audit.export_file import is_export, lines, verify_export
from houvast.audit.proof import Broken
from houvast.audit.rules.checkpoints import is_due, is_recent, read_checkpoint
from houvast.audit.second_place import add, checkpoints_in, newest_in, newest_moment_in
from tests.audit.logs import LARGE, PUBLIC_KEY, Kept, first_difference, make_log, meddled, told
from tests.worlds import NOW

KEPT = make_log(60, chains=4, every=11)
ALL = list(KEPT.checkpoints)


def export(kept: Kept, to: Path) -> Path:
    """Write a log as an export."""
    made = lines(kept.checkpoints, told(kept.rows.items()), made_at="2026-11-23", public_key=PUBLIC_KEY)
    with to.open("w") as file:
        file.writelines(made)
    return to


def test_what_is_lacking_is_added_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "een map" / "controlepunten.jsonl"
    assert newest_in(file) is None
    assert newest_moment_in(file) is None
    assert add(file, lambda newest: ALL[:2] if newest is None else []) == 2
    assert add(file, lambda newest: ALL[2:] if newest == ALL[1] else []) == 4
    assert list(checkpoints_in(file)) == ALL
    assert newest_moment_in(file) == datetime.fromisoformat(ALL[-1].at)
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_line_that_broke_off_is_written_again(tmp_path: Path) -> None:
    file = tmp_path / "controlepunten.jsonl"
    add(file, lambda newest: ALL[:3])
    with file.open("r+b") as half:
        half.truncate(file.stat().st_size - 20)
    assert newest_in(file) == ALL[1]
    add(file, lambda newest: ALL[2:])
    assert list(checkpoints_in(file)) == ALL


def test_the_last_of_a_long_file_is_found_from_its_end(tmp_path: Path) -> None:
    file = tmp_path / "controlepunten.jsonl"
    long = replace(ALL[0], heads=tuple(replace(ALL[0].heads[0], rows=bytes(90_000)) for _ in range(2)))
    add(file, lambda newest: [ALL[1], long])
    assert newest_in(file) == long


def test_a_file_that_is_something_else_has_no_checkpoint(tmp_path: Path) -> None:
    file = tmp_path / "controlepunten.jsonl"
    file.write_text("een brief\n" * 5_000)
    assert newest_in(file) is None
    assert list(checkpoints_in(file)) == []
    assert newest_moment_in(tmp_path) is None


@pytest.mark.parametrize("line", ["", "5", "[[]]", "[]", '{"number": 1}', '{"number": "1", "chains": 1, "heads": []}'])
def test_what_is_no_checkpoint_is_not_read_as_one(line: str) -> None:
    assert read_checkpoint(line) is None


def test_an_export_proves_itself_and_names_what_was_changed(tmp_path: Path) -> None:
    file = export(KEPT, tmp_path / "export.jsonl")
    outside = tmp_path / "controlepunten.jsonl"
    add(outside, lambda newest: ALL)
    assert is_export(file)
    assert not is_export(outside)
    outside.with_suffix(".txt").write_text("een brief\n")
    assert not is_export(outside.with_suffix(".txt"))
    found = verify_export(file, outside)
    assert (found.is_whole, found.rows, found.keys) == (True, 60, frozenset({PUBLIC_KEY}))
    for seed in range(10):
        after = meddled(KEPT.rows, random.Random(seed))
        export(replace(KEPT, rows=after), file)
        assert verify_export(file).row == first_difference(KEPT.rows, after)


def test_an_export_that_is_cut_off_with_its_checkpoints_shows_by_those_kept_elsewhere(tmp_path: Path) -> None:
    earlier = export(make_log(33, chains=4, every=11), tmp_path / "export.jsonl")
    outside = tmp_path / "controlepunten.jsonl"
    add(outside, lambda newest: make_log(44, chains=4, every=11).checkpoints)
    assert verify_export(earlier).is_whole
    assert not verify_export(earlier, outside).is_whole


def test_lines_that_cannot_be_read_break_an_export(tmp_path: Path) -> None:
    file = export(KEPT, tmp_path / "export.jsonl")
    told_lines = file.read_text().splitlines(keepends=True)
    at = next(number for number, line in enumerate(told_lines) if '"chain","name"' in line) + 2
    file.write_text("".join([*told_lines[:at], "[1]\n", *told_lines[at:]]))
    assert verify_export(file).row == Broken(next(iter(KEPT.rows)), 2)


def test_a_log_of_any_size_needs_the_same_memory(tmp_path: Path) -> None:
    size = 100_000 if LARGE else 2_000
    file = export(make_log(size, chains=50, every=500), tmp_path / "export.jsonl")
    tracemalloc.start()
    try:
        assert verify_export(file).rows == size
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()


def test_a_checkpoint_is_due_after_five_minutes_and_missed_after_fifteen() -> None:
    assert is_due(None, NOW)
    assert is_due(NOW - timedelta(minutes=4, seconds=40), NOW)
    assert not is_due(NOW - timedelta(minutes=4, seconds=39), NOW)
    assert not is_recent(None, NOW)
    assert is_recent(NOW - timedelta(minutes=15), NOW)
    assert not is_recent(NOW - timedelta(minutes=16), NOW)
