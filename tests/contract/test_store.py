"""What every store does."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from semeja.records.article import Article, Raw, Rejected
from semeja.records.decision import Decision, broken
from semeja.records.dossier import Account, RejectedInput
from semeja.records.reading import Reading
from semeja.store.protocol import Store, input_key
from semeja.store.sqlite import SqliteStore

MAKER = "maker-1"


def sqlite(folder: Path) -> Store:
    return SqliteStore(folder)


MAKERS: list[Callable[[Path], Store]] = [sqlite]


@pytest.fixture(params=MAKERS)
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], Store]]:
    """Open the same project, as often as a test likes."""
    stores: list[Store] = []

    def again() -> Store:
        while stores:
            stores.pop().close()
        stores.append(request.param(tmp_path / "project"))
        return stores[-1]

    yield again
    for store in stores:
        store.close()


def raw(source: str, body: str, member: int | None = None) -> Raw:
    return Raw(source, "text", body.encode(), hashlib.sha256(body.encode()).hexdigest(), member)


def article(came: Raw, author: str | None = None) -> Article:
    label = came.source if came.member is None else f"{came.source}#{came.member}"
    text = came.body.decode()
    return Article(f"a{came.sha256[:12]}", label, text, came.sha256, title="Judul", author=author)


def reading(of: Article, language: str = "id") -> Reading:
    """A reading that found nothing."""
    found: dict[str, object] = dict.fromkeys(Reading.__struct_fields__, ())
    found |= {"article": of.id, "language": language, "structure": {}, "published": None, "told_from": "unknown"}
    return msgspec.convert(found, Reading)


ONE, TWO = raw("in/a.txt", "Kata Menteri “ya”."), raw("in/b.jsonl", "Kata yang lain.", 3)
REFUSED = Rejected("in/c.pdf", "open", "unknown_kind", "the kind of file is not read")


def test_an_empty_store(opened: Callable[[], Store]) -> None:
    store = opened()
    assert store.account() == Account(inputs=0, stored=0, duplicates=0, rejected=())
    assert list(store.articles()) == []
    assert list(store.verify()) == []
    assert store.rejections() == []
    with pytest.raises(KeyError):
        store.article("a0")


def test_what_was_added_is_there_after_opening_again(opened: Callable[[], Store]) -> None:
    store = opened()
    for came, outcome in ((ONE, article(ONE)), (TWO, article(TWO)), (None, REFUSED)):
        store.add(came, outcome, MAKER)
    store = opened()
    assert list(store.articles()) == sorted([article(ONE), article(TWO)], key=lambda one: one.id)
    assert store.article_ids() == sorted([article(ONE).id, article(TWO).id])
    assert store.rejections() == [REFUSED]
    assert store.account() == Account(3, 2, 0, (RejectedInput("in/c.pdf", "open", "unknown_kind"),))
    assert list(store.verify()) == []


def test_an_input_is_known_by_place_bytes_and_maker(opened: Callable[[], Store]) -> None:
    store = opened()
    store.add(TWO, article(TWO), MAKER)
    store.add(ONE, Rejected("in/a.txt", "decode", "no_text"), MAKER)
    assert store.knows(TWO, MAKER)
    assert store.knows(ONE, MAKER)
    assert not store.knows(TWO, "maker-2")
    for other in (
        replace(TWO, member=4),
        replace(TWO, source="x"),
        replace(TWO, sha256="0"),
        replace(TWO, media="html"),
    ):
        assert not store.knows(other, MAKER)


def test_the_same_again_changes_nothing(opened: Callable[[], Store]) -> None:
    store = opened()
    for _ in range(3):
        store.add(ONE, article(ONE), MAKER)
        store.add(None, REFUSED, MAKER)
    assert store.account().inputs == 2


def test_one_article_under_several_sources_is_stored_once(opened: Callable[[], Store]) -> None:
    store = opened()
    same = [replace(ONE, source=source) for source in ("z.txt", "B.txt", "é.txt")]
    for came in same:
        store.add(came, article(came, author=came.source), MAKER)
    assert store.account() == Account(3, 1, 2, ())
    assert list(store.articles()) == [article(same[1], author="B.txt")]


def test_a_changed_file_takes_its_old_place(opened: Callable[[], Store]) -> None:
    store = opened()
    store.add(ONE, article(ONE), MAKER)
    changed = raw(ONE.source, "Ralat.")
    store.add(changed, article(changed), MAKER)
    assert list(store.articles()) == [article(changed)]
    store.add(changed, Rejected(ONE.source, "decode", "undecodable"), "maker-2")
    assert store.account() == Account(1, 0, 0, (RejectedInput(ONE.source, "decode", "undecodable"),))


def test_inputs_that_are_gone_are_forgotten(opened: Callable[[], Store]) -> None:
    store = opened()
    store.add(ONE, article(ONE), MAKER)
    store.add(TWO, article(TWO), MAKER)
    store.add(None, REFUSED, MAKER)
    assert store.forget_except([input_key(TWO), input_key(REFUSED)]) == 1
    assert list(store.articles()) == [article(TWO)]
    assert store.account().inputs == 2
    assert store.forget_except([]) == 2
    assert store.account().inputs == 0


def test_a_reading_belongs_to_its_rules_and_to_what_was_stated(opened: Callable[[], Store]) -> None:
    store = opened()
    one, two = article(ONE), article(TWO)
    store.add(ONE, one, MAKER)
    store.add(TWO, two, MAKER)
    store.put_reading(one, reading(one), "rules-1")
    assert list(store.unread("rules-1")) == [two]
    assert store.reading(one, "rules-1") == reading(one)
    assert store.reading(replace(one, source="elsewhere"), "rules-1") == reading(one)
    assert store.reading(replace(one, author="Sari"), "rules-1") is None
    assert store.reading(one, "rules-2") is None
    assert store.reading(two, "rules-1") is None
    store.put_reading(one, reading(one, "en"), "rules-1")
    assert opened().reading(one, "rules-1") == reading(one, "en")


def test_readings_may_be_put_while_the_unread_are_gone_through(opened: Callable[[], Store]) -> None:
    store = opened()
    sources = [raw(f"{number}.txt", f"Kata {number}.") for number in range(20)]
    for came in sources:
        store.add(came, article(came), MAKER)
    for one in store.unread("rules"):
        store.put_reading(one, reading(one), "rules")
    assert list(store.unread("rules")) == []


def test_results_are_kept_by_kind_and_digest(opened: Callable[[], Store]) -> None:
    store = opened()
    store.put_cached("dossier", "d1", b"\x00\xff" * 100)
    store.put_cached("dossier", "d2", b"")
    store.put_cached("dossier", "d2", b"new")
    store = opened()
    assert store.cached("dossier", "d1") == b"\x00\xff" * 100
    assert store.cached("dossier", "d2") == b"new"
    assert store.cached("head", "d1") is None


def test_the_list_of_outputs_is_replaced(opened: Callable[[], Store]) -> None:
    store = opened()
    store.put_outputs({"b/report.html": "2", "a": "1"})
    store.put_outputs({"c": "3", "a": "4"})
    assert opened().outputs() == {"a": "4", "c": "3"}
    store = opened()
    store.settle()
    assert list(store.verify()) == []


INPUTS = st.lists(
    st.tuples(
        st.sampled_from(["a.txt", "B.txt", "é.txt", "c.txt"]), st.sampled_from(["satu", "dua", "tiga"]), st.booleans()
    ),
    max_size=6,
    unique_by=lambda entry: entry[0],
)


@settings(max_examples=30, deadline=None)
@given(INPUTS, st.randoms(use_true_random=False))
@pytest.mark.parametrize("make", MAKERS)
def test_the_order_of_inputs_changes_nothing(
    make: Callable[[Path], Store],
    tmp_path_factory: pytest.TempPathFactory,
    inputs: list[tuple[str, str, bool]],
    random: Random,
) -> None:
    seen = []
    for _ in range(2):
        store = make(tmp_path_factory.mktemp("project"))
        for source, body, good in inputs:
            came = raw(source, body)
            store.add(came, article(came, source) if good else Rejected(source, "decode", "no_text"), MAKER)
        account = store.account()
        assert account.inputs == len(inputs) == account.stored + account.duplicates + len(account.rejected)
        seen.append((list(store.articles()), account, store.rejections()))
        store.close()
        random.shuffle(inputs)
    assert seen[0] == seen[1]


def test_decisions_are_appended_and_kept(opened: Callable[[], Store]) -> None:
    store = opened()
    assert store.decisions() == ()
    first = store.decide(Decision(9, "merge", "Ratna", "2026-03-01", entities=("person:a", "person:b"), seal="none"))
    second = store.decide(Decision(0, "undo", "Rudi", "2026-03-02", undoes=1))
    assert (first.number, second.number) == (1, 2)
    assert first.seal not in ("", "none", second.seal)
    rows = opened().decisions()
    assert rows == (first, second)
    assert broken(rows) == []
