"""What a stream without a name holds."""

import json

import pytest

from semeja.sources.kinds import Kind
from semeja.sources.sniff import HEAD, sniff

RECORD = json.dumps({"text": "Kata Menteri."})

CASES = [
    ("", Kind("text")),
    ("Kata Menteri.", Kind("text")),
    ("[Foto: Antara Contoh] Kata Menteri.", Kind("text")),
    ("{kurung} Kata Menteri.", Kind("text")),
    (RECORD, Kind("json", lines=True)),
    (f"\n {RECORD}\n{RECORD}\n", Kind("json", lines=True)),
    ('{\n "text": "Kata"}', Kind("json")),
    (f"[{RECORD}]", Kind("json")),
    ("[]", Kind("json")),
    ("<!DOCTYPE html><html>", Kind("html")),
    ("\n<!-- a -->\n<HTML lang=id>", Kind("html")),
    ('<?xml version="1.0"?><!doctype html>', Kind("html")),
    ("<b>Kata</b>", Kind("text")),
    ('{"text": "' + "a" * HEAD, Kind("json", lines=True)),
]


@pytest.mark.parametrize(("text", "kind"), CASES)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_the_head_tells_the_kind(text: str, kind: Kind, encoding: str) -> None:
    if len(text) * 2 > HEAD and encoding == "utf-16":
        text = text[: HEAD // 4] + " " * HEAD
    assert sniff(text.encode(encoding)) == kind


def test_binary_is_left_to_the_decoder() -> None:
    assert sniff(bytes(range(256)) * 4) == Kind("text")
