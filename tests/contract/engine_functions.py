"""Functions that the engines run in the contract test; a module of its own, so that other processes can import it."""

import os

from semeja.errors import UsageError


def square(row: int) -> int:
    return row * row


def spell(key: str, rows: tuple[int, ...]) -> str:
    return f"{key}:{','.join(map(str, rows))}"


def fail_at_seven(row: int) -> int:
    if row == 7:
        raise ZeroDivisionError("seven")
    return row


def refuse_seven(row: int) -> int:
    if row == 7:
        raise UsageError("no sevens", "they are odd", "take eight")
    return row


def fail_in_group(key: str, rows: tuple[int, ...]) -> int:
    return fail_at_seven(rows[0])


def end_at_seven(row: int) -> int:
    if row == 7:
        os._exit(5)
    return row


def process(row: int) -> int:
    return os.getpid()
