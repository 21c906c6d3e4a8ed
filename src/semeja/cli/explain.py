"""`semeja explain`: why is this line here?"""

from pathlib import Path

import click
import msgspec

from semeja.run.inspecting import Explained, explain


def run_explain(id: str, out: str, as_json: bool, quiet: bool, verbose: int, debug: bool) -> int:
    """Print every record of that id: rule, fields, evidence."""
    found = explain(Path(out), id)
    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode(found), indent=1).decode())
    else:
        click.echo("\n\n".join(_told(one) for one in found))
    return 0


def _told(one: Explained) -> str:
    """The record for a person: what it is, by which rule, its plain fields, the places that it rests on."""
    record = one.record
    lines = [f"{getattr(record, 'id', '')}  ({one.family})", f"  in    {one.file}"]
    if rule := getattr(record, "rule", None):
        lines.append(f"  rule  {rule}")
    for field in record.__struct_fields__:
        value = getattr(record, field)
        if field not in ("id", "rule", "text") and isinstance(value, str | int | float):
            lines.append(f"  {field}: {value}")
        elif field not in ("evidence", "removed") and isinstance(value, tuple) and value and isinstance(value[0], str):
            lines.append(f"  {field}: {', '.join(value)}")
    for reason in getattr(record, "reasons", ()):
        lines.append(f"  {reason.part:.0%} {reason.term}, which {reason.articles} of the others have")
    for source, line, evidence in dict.fromkeys(one.places):
        lines.append(f"  {source}:{line}: “{' '.join(evidence.text.split())}”")
    return "\n".join(lines)
