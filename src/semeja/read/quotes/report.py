"""What a cue of report says: who reports, and where the content stands."""

import msgspec

from semeja.lang.quoting import Cue
from semeja.read.quotes.voices import Voice


class Report(msgspec.Struct, frozen=True, gc=False):
    """A cue with its speaker: tokens `[first, last)` are the cue phrase, `[content, end)` what it reports.

    `side`: `before` (the cue stands before its content), `after`, `back` (the content is the sentence before).
    `holds`: the content is a quotation even without marked words. `similar`: a back reference says that somebody
    else said the like. `answer`: who answers what is demanded (`…, but S refused`): whoever speaks on is that one.
    """

    cue: Cue
    first: int
    last: int
    side: str
    voice: Voice
    content: int
    end: int
    holds: bool
    pattern: str
    addressee: tuple[str, ...] = ()
    setting: tuple[int, int] | None = None
    similar: bool = False
    answer: Voice | None = None
