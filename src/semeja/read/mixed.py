"""An article with paragraphs in another language: parted by language, so that each part is read by its own pack.

A part keeps its places: what belongs to the other parts is blank in its view. A quotation in another language stays in
its paragraph, and Indonesian and Malay, which differ by few words, are not parted.
"""

from collections.abc import Collection, Mapping, Sequence

from msgspec.structs import replace

from semeja.lang.identify import are_near, identify, identify_around
from semeja.records.article import Article
from semeja.records.reading import CleanView, Paragraph, Reading, Structure
from semeja.records.span import Removed
from semeja.text.mask import mask


def parts(view: CleanView, language: str, packs: Collection[str]) -> Mapping[str, CleanView]:
    """The view of the article's language first, then one for each other language that whole paragraphs are in.

    A paragraph in a language without a pack is in none of them: nobody misreads it.
    """
    told = _near_alike(view, [_language(view, paragraph, language) for paragraph in view.paragraphs])
    others = sorted({code for code in told if code != language and code in packs})
    return {code: _part(view, told, code, whole=code == language) for code in (language, *others)}


def _language(view: CleanView, paragraph: Paragraph, language: str) -> str:
    """The language of a paragraph; that of the article where its words outside quotations do not tell another."""
    if paragraph.zone != "body":
        return language
    code = identify_around(view.text[paragraph.start : paragraph.end])
    return language if code is None or are_near(code, language) else code


def _near_alike(view: CleanView, told: Sequence[str]) -> list[str]:
    """One of two near languages for all paragraphs in either: together they tell better than each alone."""
    near = [code for code in sorted(set(told)) if any(code != other and are_near(code, other) for other in told)]
    if not near:
        return list(told)
    texts = (view.text[part.start : part.end] for part, code in zip(view.paragraphs, told, strict=True) if code in near)
    whole = identify("\n".join(texts))
    return [whole if whole and code in near else code for code in told]


def _part(view: CleanView, told: Sequence[str], code: str, *, whole: bool) -> CleanView:
    pairs = list(zip(view.paragraphs, told, strict=True))
    rest = [Removed(paragraph.start, paragraph.end, "") for paragraph, own in pairs if own != code]
    return CleanView(
        text=mask(view.text, rest),
        paragraphs=tuple(paragraph for paragraph, own in pairs if own == code),
        removed=view.removed,
        structure=view.structure if whole else Structure(),
    )


def with_publication(article: Article, main: Reading) -> Article:
    """The article as its other parts read it: with the publication time that its own language states."""
    known = main.published.value if main.published else None
    return article if article.published or known is None else replace(article, published=known)
