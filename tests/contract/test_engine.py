"""What every engine does, whatever runs the rows."""

import importlib
import os
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from semeja.engine.local import local_engine
from semeja.engine.protocol import Engine
from semeja.errors import RowFailed, UsageError


@pytest.fixture(scope="module")
def functions() -> Iterator[ModuleType]:
    """The functions, importable here and in the processes of an engine."""
    patch = pytest.MonkeyPatch()
    patch.syspath_prepend(Path(__file__).parent)
    yield importlib.import_module("engine_functions")
    patch.undo()


@pytest.fixture(scope="module", params=[1, 2], ids=["serial", "two processes"])
def engine(request: pytest.FixtureRequest, functions: ModuleType) -> Iterator[Engine]:
    with local_engine(request.param) as made:
        yield made


@pytest.mark.parametrize("size", [0, 1, 15, 16, 17, 200])
def test_results_come_in_the_order_of_the_rows(engine: Engine, functions: ModuleType, size: int) -> None:
    assert list(engine.each(functions.square, range(size))) == [row * row for row in range(size)]


def test_rows_are_taken_as_results_are_asked_for(engine: Engine, functions: ModuleType) -> None:
    assert list(islice(engine.each(functions.square, count()), 5)) == [0, 1, 4, 9, 16]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(["b", "a", "é", "z", "B"]), st.integers(0, 9)), max_size=12))
def test_groups_are_sorted_and_keep_the_order_of_their_rows(
    engine: Engine, functions: ModuleType, keyed: list[tuple[str, int]]
) -> None:
    wanted = [
        functions.spell(key, tuple(row for own, row in keyed if own == key))
        for key in sorted({key for key, _ in keyed})
    ]
    assert list(engine.group(functions.spell, keyed)) == wanted


def test_an_exception_names_its_row_after_the_results_before_it(engine: Engine, functions: ModuleType) -> None:
    results = engine.each(functions.fail_at_seven, range(30))
    assert list(islice(results, 7)) == list(range(7))
    with pytest.raises(RowFailed, match=r"row 8 \(7\) failed: ZeroDivisionError: seven"):
        next(results)


def test_an_exception_in_a_group_names_its_key(engine: Engine, functions: ModuleType) -> None:
    with pytest.raises(RowFailed, match=r"row 2 \(b\) failed"):
        list(engine.group(functions.fail_in_group, [("b", 7), ("a", 1)]))


def test_errors_of_ours_come_out_as_they_are(engine: Engine, functions: ModuleType) -> None:
    with pytest.raises(UsageError) as caught:
        list(engine.each(functions.refuse_seven, range(30)))
    assert (caught.value.what, caught.value.why, caught.value.advice) == ("no sevens", "they are odd", "take eight")


def test_the_engine_works_on_after_an_error(engine: Engine, functions: ModuleType) -> None:
    with pytest.raises(RowFailed):
        list(engine.each(functions.fail_at_seven, range(100)))
    assert list(engine.each(functions.square, range(100))) == [row * row for row in range(100)]


def test_several_processes_are_several(functions: ModuleType) -> None:
    with local_engine(2) as engine:
        processes = set(engine.each(functions.process, range(200)))
    assert os.getpid() not in processes
    assert 1 <= len(processes) <= 2
    with local_engine(1) as engine:
        assert set(engine.each(functions.process, range(20))) == {os.getpid()}
