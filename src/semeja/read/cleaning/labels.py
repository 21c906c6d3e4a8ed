"""One label for each line: the zone in which it is read, or the reason why it is skipped."""

from semeja.lang.cleaning import CleaningTables
from semeja.read.cleaning.lines import Line
from semeja.read.cleaning.page import Look, body_range
from semeja.read.cleaning.title import repeats_title, title_index

ZONES = frozenset({"title", "body", "caption", "metadata"})
MAX_ITEM_WORDS = 22
MAX_BOX_ITEMS = 6
SHORT_LINE = 12
KICKER_WORDS = 3
# Running text behind the article's end is skipped only while it is small beside the article.
TAIL_SHARE = 0.4


def label_lines(looks: list[Look], stated: str | None, tables: CleaningTables) -> list[str]:
    """A zone of `ZONES` or a removal reason for each line."""
    first, last = body_range(looks)
    title = title_index(looks, first, stated, tables)
    if title is not None and title >= first:
        first, last = body_range(looks, title + 1)
    labels = [_own_label(look) for look in looks]
    _label_head(labels, looks, title, first)
    if title is not None:
        _label_title(labels, looks, title)
    _label_boxes(labels, looks, first, last)
    _label_tail(labels, looks, max(first, last))
    return labels


def _own_label(look: Look) -> str:
    """What a line is by itself, were it amid the article."""
    if look.copy:
        return "duplicate_block"
    if look.marks:
        return "metadata"
    if look.caption:
        return "caption"
    if look.cue and look.cue.sure:
        return look.cue.reason
    return "body"


def _label_head(labels: list[str], looks: list[Look], title: int | None, first: int) -> None:
    """Before the first sentence: menus and mastheads before the title, captions and kickers behind it."""
    for index in range(first):
        if labels[index] != "body":
            continue
        look = looks[index]
        if index + 1 < len(looks) and looks[index + 1].copy and _same(look.line, looks[index + 1].line):
            labels[index] = "caption"
        elif title is not None and index < title:
            labels[index] = look.cue.reason if look.cue else _masthead(look, index)
        else:
            labels[index] = _under_title(look)


def _same(line: Line, other: Line) -> bool:
    return line.words == other.words


def _masthead(look: Look, index: int) -> str:
    """A line above the title: a name that stands first is the outlet's (kept as metadata), the rest a menu."""
    del index
    return "metadata" if len(look.line.words) <= 8 else "navigation"


def _under_title(look: Look) -> str:
    """A line between title and text that is no sentence: a cue, a kicker or name, else a caption."""
    if look.cue:
        return look.cue.reason
    if look.sentence:
        return "body"
    return "metadata" if len(look.line.words) <= KICKER_WORDS else "caption"


def _label_title(labels: list[str], looks: list[Look], title: int) -> None:
    line = looks[title].line
    for index, look in enumerate(looks):
        if index != title and (labels[index] in ZONES or look.copy) and repeats_title(look.line, line):
            labels[index] = "title_repeat"
    labels[title] = "title"


def _label_boxes(labels: list[str], looks: list[Look], first: int, last: int) -> None:
    """Lists under a head amid the article belong to the head, up to the next sentence or a few items."""
    reason, items = "", 0
    for index in range(first, last):
        look = looks[index]
        if look.cue and look.cue.opens:
            reason, items = look.cue.reason, 0
        elif labels[index] not in ("body", "caption") or not reason:
            continue
        elif look.sentence or len(look.line.words) > MAX_ITEM_WORDS or items >= MAX_BOX_ITEMS:
            reason = ""
        else:
            labels[index], items = reason, items + 1


def _label_tail(labels: list[str], looks: list[Look], last: int) -> None:
    """Behind the last sentence: what is no furniture and no note of the newsroom is noise."""
    reason, listing = "navigation", last > 0 and looks[last - 1].line.text.endswith(":")
    for index in range(last, len(looks)):
        look = looks[index]
        if look.cue and not (look.copy or look.note):
            reason, listing = look.cue.reason, False
            labels[index] = reason
        elif labels[index] != "body":
            listing = listing and labels[index] == "body"
        elif not (listing or look.note or look.sentence):
            labels[index] = reason
