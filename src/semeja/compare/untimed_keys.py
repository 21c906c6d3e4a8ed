"""What a passage says apart from its times: a date stands in all that is told of its day."""

from semeja.compare.wording import content_keys
from semeja.records.dossier import Evidence
from semeja.records.reading import Reading


def untimed_keys(reading: Reading, evidence: Evidence, line: str) -> frozenset[str]:
    """Content keys of a line of the passage, without the times that the passage has."""
    dates = {
        " ".join(evidence.text[one.start - evidence.start : one.end - evidence.start].split())
        for one in reading.times
        if evidence.start <= one.start < one.end <= evidence.end
    }
    for date in sorted(dates, key=lambda date: (-len(date), date)):
        line = line.replace(date, " ")
    return frozenset(content_keys(line, reading.language))
