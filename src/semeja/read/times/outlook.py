"""Whether the clause around an expression looks ahead or back: decides between last Friday and next Friday."""

from typing import Final

from semeja.read.times.forms import Line

_REACH: Final = 24  # tokens on either side; a clause is shorter


def outlook(line: Line, first: int, last: int, start: int, end: int) -> str | None:
    """`ahead`, `back` or None for the tokens `[first, last)` of the sentence `[start, end)`.

    The nearest cue on the left counts, up to the edge of the clause (`bahwa`, a quotation mark); else the nearest on
    the right, unless the expression trails behind a comma (`…, Senin, …`). A cue right after it wins (`Senin akan …`).
    A deadline in what is not settled lies ahead, whatever the form of its verb (`unless he was freed by Monday`).
    """
    table, keys = line.table, line.keys
    ahead, back, edge = table.groups["cue_ahead"], table.groups["cue_back"], table.groups["cue_edge"]
    if _right(keys, last, min(last + 3, end), table.groups["cue_soon"], back, edge) == "ahead":
        return "ahead"
    if first > start and keys[first - 1] in table.groups["cue_deadline"]:
        if _left(keys, first - 1, start, table.groups["cue_open"], frozenset(), edge):
            return "ahead"
        return _left(keys, first - 1, start, frozenset(), back, edge) or "ahead"
    found = _left(keys, first, start, ahead, back, edge)
    if found is None and first > start and keys[first - 1] == ",":
        return None
    return found or _right(keys, last, end, ahead, back, edge)


def _left(
    keys: tuple[str, ...], first: int, start: int, ahead: frozenset[str], back: frozenset[str], edge: frozenset[str]
) -> str | None:
    for at in range(first - 1, max(start, first - _REACH) - 1, -1):
        key = keys[at]
        if key in ahead:
            return "ahead"
        if key in back:
            return "back"
        if key in edge:
            return None
    return None


def _right(
    keys: tuple[str, ...], last: int, end: int, ahead: frozenset[str], back: frozenset[str], edge: frozenset[str]
) -> str | None:
    for at in range(last, min(end, last + _REACH)):
        key = keys[at]
        if key in ahead:
            return "ahead"
        if key in back or key in edge:
            return "back" if key in back else None
    return None
