"""The documented limits of an input. Past one of them the input is refused with a reason, never cut."""

MIB = 1024 * 1024

MAX_FILE_BYTES = 64 * MIB
"""One document (`.txt`, `.md`, `.html`, `.json`), after gzip. A `.jsonl` file is streamed and has no such limit."""

MAX_LINE_BYTES = 32 * MIB
"""One line of a `.jsonl` file."""

MAX_EXPANDED_BYTES = 16 * 1024 * MIB
"""One gzip file, after expansion."""

MAX_RATIO = 200
"""Expanded bytes for each compressed byte; deflate itself ends at 1,032. Text of a page seldom passes 20."""

RATIO_GRACE_BYTES = 16 * MIB
"""Below this size the ratio says nothing: a short file of one repeated line is no attack."""

MAX_TEXT = 5_000_000
"""Code points of an article. The longest novels have about as many; no article comes near."""

MAX_PAGE = 10_000_000
"""Code points of an HTML page."""

MAX_FIELD = 10_000
"""Code points of a title, name, date or address that stands beside a text."""

MAX_NESTING = 5_000
"""Tags inside each other. lexbor's parser takes quadratic time in the depth: 20,000 take 0.4 s, 100,000 take 9 s."""

MAX_ATTRIBUTES = 20_000
"""Attributes of one tag. lexbor's parser takes quadratic time in them: 200,000 take more than 10 s."""

CAREFUL_NESTING = 200
"""Deeper pages get the plain text only: libxml2, under trafilatura, silently drops what is nested past 256."""

CAREFUL_TAGS = 20_000
"""Pages with more tags get the plain text only: trafilatura is super-linear, 20,000 paragraphs take 0.9 s."""

CPU_SECONDS = 10
"""Processor time of one page in the extraction process."""

WALL_SECONDS = 20.0
"""Wall clock of one page in the extraction process."""

PAGE_MEMORY_BYTES = 1536 * MIB
"""Address space of the extraction process, where the platform can limit it."""
