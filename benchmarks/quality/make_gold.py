"""Build the gold.json of the sample stories from their gold.toml.

    make_gold.py [--check] [--stories DIR] [--samples DIR] [STORY ...]

A gold.toml is written by a person. A piece of evidence in it is one string, "ARTICLE: exact text": the article's key,
a colon, one space, the text as it stands in the file. The builder finds the offsets. Where the text stands more than
once, "ARTICLE#2: exact text" means its second place; in `noise` and `structure`, "ARTICLE#*: exact text" means every
place. What the file may hold, and what is filled in where it says nothing, is in `stories/README.md`.

The articles lie in the samples folder under the story's name. Texts are UTF-8, nothing in them is translated, offsets
are code points: what `score.py` reads. Exit status: 0, 1 a gold.json is not current (--check), 2 the gold.toml is wrong
(each fault is named).
"""

import argparse
import json
import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
STORIES = HERE / "stories"
SAMPLES = HERE.parents[1] / "src" / "semeja" / "samples"

EVIDENCE = re.compile(r"([a-z]\d+)(?:#(\d+|\*))?: (.+)", re.DOTALL)
VOCABULARY = {
    "type": "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION"
    " MOBILIZE COERCE ASSAULT DENY OCCUR",
    "act": "demand request offer commitment agreement threat denial rejection acceptance criticism expectation"
    " next_step",
    "kind": "direct partial indirect attitude",
    "modality": "actual future conditional intended historical",
    "polarity": "affirmed negated",
    "tier": "core optional",
}
SECTIONS = (
    *("meta", "articles", "noise", "structure", "mt_residue", "duplicates", "timex_traps", "event_traps", "entities"),
    *(
        "coref",
        "quotes",
        "quote_alignment",
        "events",
        "ledger",
        "numbers",
        "timex",
        "conflicts",
        "provenance",
        "timeline",
    ),
)
BY_ARTICLE = frozenset({"evidence", "weak_support", "generic_support", "corroborating_link", "link_support"})

Item = dict[str, Any]
Texts = Mapping[str, str]


class GoldError(Exception):
    """A gold.toml says something that its articles do not bear out; the message names the place in the file."""


def places(text: str, snippet: str) -> list[int]:
    """Return the start of every place of `snippet` in `text`, overlapping ones included."""
    found, start = [], text.find(snippet)
    while start >= 0:
        found.append(start)
        start = text.find(snippet, start + 1)
    return found


def locate(texts: Texts, written: str, where: str) -> list[Item]:
    """Turn one written evidence into Evidence: one, or with `#*` one for each place. Raises GoldError."""
    match = EVIDENCE.fullmatch(written)
    if not match:
        raise GoldError(f"{where}: not an evidence: {written!r}")
    article, nth, snippet = match.groups()
    if article not in texts:
        raise GoldError(f"{where}: no article {article!r} in [articles]: {written!r}")
    found = places(texts[article], snippet)
    if not found:
        raise GoldError(f"{where}: not in {article}: {snippet!r}")
    if nth and nth != "*" and not 1 <= int(nth) <= len(found):
        raise GoldError(f"{where}: {article} has {len(found)} places, not {nth}: {snippet!r}")
    starts = found if nth == "*" else [found[int(nth or 1) - 1]]
    return [
        {"article": article, "text": snippet, "start": s, "end": s + len(snippet), "occurrences": found} for s in starts
    ]


def resolve(texts: Texts, value: Any, where: str) -> Any:
    """Replace each evidence string inside `value`, at any depth."""
    if isinstance(value, str) and EVIDENCE.fullmatch(value):
        return locate(texts, value, where)[0]
    if isinstance(value, list):
        return [resolve(texts, v, f"{where}[{i}]") for i, v in enumerate(value)]
    if isinstance(value, dict):
        return {k: resolve(texts, v, f"{where}.{value.get('id', k)}") for k, v in value.items()}
    return value


def grouped(found: Item | list[Item]) -> dict[str, list[Item]]:
    """Evidence by article, articles in order."""
    items = found if isinstance(found, list) else [found]
    return {a: [e for e in items if e["article"] == a] for a in sorted({e["article"] for e in items})}


def flat_lists(texts: Texts, lists: Mapping[str, list[str]], label: str, where: str) -> list[Item]:
    """{category: [evidence]} -> one flat item each, in the order of the text."""
    items = [
        {**e, label: key}
        for key, written in lists.items()
        for i, w in enumerate(written)
        for e in locate(texts, w, f"{where}.{key}[{i}]")
    ]
    return sorted(items, key=lambda x: (x["article"], x["start"], x["end"]))


def flat(item: Item) -> Item:
    """Lift an Evidence under `text` to the item itself."""
    return {**item["text"], **{k: v for k, v in item.items() if k != "text"}} if "start" not in item else item


def article_record(article: Item) -> Item:
    """What the text does not have stays null."""
    published = article.get("published", {})
    return {
        "file": article["file"],
        "outlet": article.get("outlet"),
        "title": article.get("title"),
        **{k: v for k, v in article.items() if k not in ("file", "outlet", "title", "published")},
        "published": {"text": published.get("text"), "value": published.get("value")},
    }


def by_article(item: Item) -> Item:
    """Evidence lists of a story-level item keyed by article, `articles` computed; a reply and a condition likewise."""
    out = {k: grouped(v) if k in BY_ARTICLE else v for k, v in item.items()}
    for key in ("response", "condition"):
        if isinstance(out.get(key), dict):
            inner = {"evidence": out[key]} if "start" in out[key] else out[key]
            out[key] = {k: grouped(v) if k in BY_ARTICLE else v for k, v in inner.items()}
    return {**out, "articles": sorted(out["evidence"])}


def quote(item: Item) -> Item:
    kept = {"addressee": None, "cue": None, "setting": None, "tier": "core", **item}
    return {**kept, "article": item["text"]["article"], "start_words": " ".join(item["text"]["text"].split()[:5])}


def event(item: Item) -> Item:
    parties: Item = {"mode": None, "actor": [], "recipient": []}
    scope = {"polarity": "affirmed", "modality": "actual", "tier": "core"}
    return by_article({**parties, **scope, **item, "date": {"value": item.get("date")}})


def ledger_item(item: Item) -> Item:
    deadline = {"deadline": {"value": item["deadline"]}} if "deadline" in item else {}
    return by_article({"counterpart": None, "status": None, "tier": "core", **item, **deadline})


def number(item: Item) -> Item:
    return {"low": None, "high": None, "qualifier": "exact", "tier": "core", **item}


def numbered(items: list[Item], letter: str) -> list[Item]:
    """Give each item without an id one that names its article: T1.1, T1.2, T2.1 …"""
    seen: dict[str, int] = {}
    out = []
    for item in items:
        key = item["evidence"]["article"][1:]
        seen[key] = seen.get(key, 0) + 1
        out.append({"id": f"{letter}{key}.{seen[key]}", **item})
    return out


def duplicate(item: Item, where: str) -> Item:
    for paragraph in item["paragraphs"]:
        if len(paragraph["occurrences"]) < 2:
            raise GoldError(f"{where}: stands only once: {paragraph['text']!r}")
    return {"article": item["paragraphs"][0]["article"], **item}


def build(toml: Item, texts: Texts) -> Item:
    """The whole gold of one story. `texts` holds the decoded text of each article key. Raises GoldError."""
    unknown = sorted(set(toml) - set(SECTIONS))
    if unknown:
        raise GoldError(f"unknown section: {', '.join(unknown)}")
    lists = {k: toml.get(k, {}) for k in ("noise", "structure")}
    found = {k: resolve(texts, v, k) for k, v in toml.items() if k not in lists}
    rows = {k: found.get(k, []) for k in SECTIONS}
    gold: Item = {
        "meta": found.get("meta", {}),
        "articles": {a: article_record(x) for a, x in found["articles"].items()},
        "noise": flat_lists(texts, lists["noise"], "category", "noise"),
        "structure": flat_lists(texts, lists["structure"], "role", "structure"),
        "mt_residue": rows["mt_residue"],
        "duplicates": [duplicate(x, f"duplicates[{i}]") for i, x in enumerate(rows["duplicates"])],
        "timex_traps": [flat(x) for x in rows["timex_traps"]],
        "event_traps": [flat(x) for x in rows["event_traps"]],
        "entities": [{**x, "aliases": [flat(a) for a in x["aliases"]]} for x in rows["entities"]],
        "coref": [{"article": x["context"]["article"], **x} for x in rows["coref"]],
        "quotes": [quote(x) for x in rows["quotes"]],
        "quote_alignment": found.get("quote_alignment", {}),
        "events": [event(x) for x in rows["events"]],
        "ledger": [ledger_item(x) for x in rows["ledger"]],
        "numbers": [number(x) for x in numbered(rows["numbers"], "N")],
        "timex": numbered(rows["timex"], "T"),
        "conflicts": rows["conflicts"],
        "provenance": found.get("provenance", {}),
        "timeline": rows["timeline"],
    }
    faults = list(inconsistencies(gold))
    if faults:
        raise GoldError("\n".join(faults))
    return gold


def inconsistencies(gold: Item) -> Iterator[str]:
    """Ids used twice or not defined, words that the contract does not know."""
    sections = ("quotes", "events", "ledger", "numbers", "timex", "conflicts", "entities")
    ids = [x["id"] for k in sections for x in gold[k]]
    yield from (f"id used twice: {i}" for i in sorted({i for i in ids if ids.count(i) > 1}))
    entities = {x["id"] for x in gold["entities"]}
    for x in gold["quotes"]:
        named = [*x["speaker"], *(x["addressee"] or [])]
        yield from (f"quotes.{x['id']}: no entity {i!r}" for i in named if i not in entities)
        yield from words(f"quotes.{x['id']}", x, "kind", "tier")
    for x in gold["events"]:
        unknown = (t for t in x["actor"] + x["recipient"] if ":".join(t.split(":")[-2:]) not in entities)
        yield from (f"events.{x['id']}: no entity {t!r}" for t in unknown)
        yield from words(f"events.{x['id']}", x, "type", "modality", "polarity", "tier")
    for x in gold["ledger"]:
        yield from words(f"ledger.{x['id']}", x, "act", "tier")
    yield from (f"{where}: no item {i!r}" for where, refs in references(gold) for i in refs if i not in ids)


def references(gold: Item) -> Iterator[tuple[str, list[str]]]:
    """Where the gold points at its own items, and at which."""
    yield from ((f"ledger.{x['id']}", [x["event"]]) for x in gold["ledger"] if "event" in x)
    yield from ((f"timeline {x['date']} {x['what']}", x.get("events", [])) for x in gold["timeline"])
    yield from ((f"quote_alignment.{k}", x["members"]) for k, x in gold["quote_alignment"].items())
    counts = gold["provenance"].get("independent_counts", [])
    yield from ((f"independent_counts {x['claim']}", x["ref"]) for x in counts)
    yield from ((f"coref {x['context']['text']}", x["referent"]) for x in gold["coref"])


def words(where: str, item: Item, *fields: str) -> Iterator[str]:
    yield from (f"{where}: {k} {item.get(k)!r}" for k in fields if item.get(k) not in VOCABULARY[k].split())


def read_texts(toml: Item, folder: Path) -> dict[str, str]:
    """Decode the story's articles. Raises GoldError when one is missing or is not UTF-8."""
    texts = {}
    for key, article in toml["articles"].items():
        try:
            texts[key] = (folder / article["file"]).read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError) as err:
            raise GoldError(f"articles.{key}: {err}") from err
    return texts


def rendered(story: Path, samples: Path) -> str:
    """The gold.json of the story folder `story` as text. Raises GoldError."""
    try:
        toml = tomllib.loads((story / "gold.toml").read_text("utf-8"))
    except tomllib.TOMLDecodeError as err:
        raise GoldError(str(err)) from err
    return json.dumps(build(toml, read_texts(toml, samples / story.name)), ensure_ascii=False, indent=1) + "\n"


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("story", nargs="*", metavar="STORY", help="names of story folders (default: all)")
    parser.add_argument("--check", action="store_true", help="write nothing; end with 1 if a gold.json is not current")
    parser.add_argument("--stories", type=Path, default=STORIES, help="folder of STORY/gold.toml")
    parser.add_argument("--samples", type=Path, default=SAMPLES, help="folder of STORY/articles")
    args = parser.parse_args(argv)
    names = args.story or sorted(p.parent.name for p in args.stories.glob("*/gold.toml"))
    status = 0
    for name in names:
        target = args.stories / name / "gold.json"
        try:
            text = rendered(args.stories / name, args.samples)
        except (GoldError, OSError) as err:
            sys.stderr.writelines(f"{name}: {line}\n" for line in str(err).splitlines())
            status = 2
            continue
        if args.check and (not target.is_file() or target.read_bytes() != text.encode()):
            sys.stderr.write(f"{name}: gold.json is not current; run benchmarks/quality/make_gold.py\n")
            status = max(status, 1)
        elif not args.check:
            target.write_bytes(text.encode())
    return status


if __name__ == "__main__":
    sys.exit(main())
