"""No pattern, and no reading, takes more than linear time on text that was made to slow it down.

The one place where tests look at the clock: not for how long something takes, but for how the time grows with the text.
"""

import json
import math
import re
import subprocess
import sys
import time
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

import pytest

import semeja
from semeja.lang.pack import load_packs
from semeja.read.reading import read
from semeja.records.article import Article

PACKAGE = Path(semeja.__file__).parent
SIZES = (1_000, 10_000, 100_000)
STEEPEST = 1.5
"""Exponent of the growth with the text: linear is 1, quadratic 2; between lies what a busy machine adds."""
UNFELT, LONG = 0.002, 0.05
"""Seconds for 10,000 characters. Below the first it can't be quadratic: that is 50 million steps. Above the second the
100,000 are only waited for where the growth up to here is in doubt."""

UNITS = (
    *"aA1 .,:;\"'“(-–/\n#*&[<@|_©’\t",
    *("aA ", "A. ", "1.", "1,", "1 ", "a-", "(a ", "[a](", "<a ", "a\n", "A b ", " - ", "a ' ", "A B, ", "1/1/", "a.a"),
)
ENDS = ("", "§")


@cache
def patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """File and pattern, as a fresh process compiles them."""
    samples = [str(folder) for folder in sorted((PACKAGE / "samples").iterdir()) if folder.is_dir()]
    script = Path(__file__).with_name("collect_patterns.py")
    made = subprocess.run([sys.executable, str(script), *samples], check=True, capture_output=True, text=True).stdout
    return tuple((file, re.compile(pattern, flags & ~re.UNICODE.value)) for file, pattern, flags in json.loads(made))


def seconds(work: Callable[[], object], times: int = 1) -> float:
    """The shortest of some runs."""
    taken = []
    for _ in range(times):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return max(min(taken), 1e-7)


def matches(pattern: re.Pattern[str], text: str) -> int:
    """How often the pattern is found."""
    return sum(1 for _ in pattern.finditer(text))


def steepness(work: Callable[[str], object], unit: str, end: str) -> float:
    """The exponent with which the time of `work` grows with repetitions of `unit`; 0 where nobody would feel it."""
    texts = [unit * (size // len(unit)) + end for size in SIZES]
    middle = seconds(lambda: work(texts[1]))
    if middle < UNFELT:
        return 0
    start = math.log10(middle / seconds(lambda: work(texts[0]), 3))
    if middle > LONG:
        return start
    return math.log10(seconds(lambda: work(texts[2])) / middle)


def growth(work: Callable[[str], object], unit: str, end: str) -> float:
    """The least of three looks, so that another program's work is not taken for ours."""
    look = steepness(work, unit, end)
    return look if look < STEEPEST else min(look, steepness(work, unit, end), steepness(work, unit, end))


def with_patterns() -> list[str]:
    """The files that compile patterns, told from their source."""
    files = (path for path in sorted(PACKAGE.rglob("*.py")) if "re.compile(" in path.read_text("utf-8"))
    return [path.relative_to(PACKAGE).as_posix() for path in files]


@pytest.mark.parametrize("file", with_patterns())
def test_no_pattern_grows_faster_than_its_text(file: str) -> None:
    own = [pattern for where, pattern in patterns() if where == file]
    assert own, "not met while the samples were built: compile it where the module is loaded"
    steep = [
        (pattern.pattern, unit, end, look)
        for pattern in own
        for unit in UNITS
        for end in ENDS
        if (look := growth(partial(matches, pattern), unit, end)) > STEEPEST
    ]
    assert steep == []


PHRASES = ("\n\n", "Foto: A. ", 'kata A, "', '"A" kata A. ', "1 juta ", "jika ", "tidak ", "menyerang attack “ ")


@pytest.mark.parametrize("unit", [*UNITS, *PHRASES])
def test_no_reading_grows_faster_than_its_text(unit: str) -> None:
    packs = load_packs()
    start = "Presiden berkata pada Senin bahwa pemerintah akan meminta bantuan. "

    def work(text: str) -> object:
        return read(Article("a1", "attack.txt", start + text, "0" * 64), packs)

    assert growth(work, unit, " Selesai.") < STEEPEST
