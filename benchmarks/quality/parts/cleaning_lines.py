"""Single lines in an article: noise of every reason, and sentences that look like noise and must stay."""

from pathlib import Path

import msgspec
from benchmarks.quality.cases import ROOT

from semeja.lang.pack import load_packs
from semeja.read.cleaning import clean
from semeja.records.article import Article

GOLDEN = ROOT / "tests" / "golden"
HOSTS = {
    "id": (
        "Tanggul Kali Hitam Jebol, Ratusan Warga Sindang Mengungsi",
        "Tanggul Kali Hitam di Kota Sindang jebol pada Selasa dini hari setelah hujan turun selama sembilan jam.",
        "Kepala BPBD Sindang, Siti Mawarni, mengatakan 640 warga sudah dipindahkan ke gedung sekolah dan balai desa.",
        '"Air masuk ketika warga masih tidur, tetapi semua sudah selamat," kata Siti di posko utama.',
        "Wali Kota Sindang Nurdin Syah menetapkan status tanggap darurat selama empat belas hari.",
        "Pemerintah provinsi mengirim enam perahu karet dan dua truk beras pada Selasa sore.",
        "Perbaikan tanggul ditaksir memerlukan waktu dua pekan karena arus masih deras.",
    ),
    "en": (
        "Harrow Port Strike Enters Third Week as Talks Stall",
        "Talks between dockers and the operator of Harrow port stalled on Tuesday, two weeks into a strike.",
        "Union leader Ruth Calder said the company had refused to discuss night pay for 640 workers.",
        '"They came to the table with nothing in their hands," Calder told reporters outside the town hall.',
        "The operator, Northern Quays, said its offer of a 4 percent rise was still open until Friday.",
        "Mayor Tom Alden urged both sides to accept a mediator named by the regional government.",
        "Two container ships were sent to other ports, and fresh fruit was unloaded by soldiers.",
    ),
}
"""A headline and paragraphs of our own; the line stands before the fourth of them, or behind the last."""
KEPT = frozenset(("body", "caption", "title", "metadata"))


class Outcome(msgspec.Struct, frozen=True):
    """A golden line and what cleaning makes of it: a reason, a zone, or `nothing`."""

    label: str
    text: str
    found: str

    @property
    def right(self) -> bool:
        """Noise is removed, text is read as body, and what says where the text is from as metadata."""
        return self.found == self.label if self.label in KEPT else self.found not in KEPT


def outcomes(language: str, unseen: bool = False) -> list[Outcome]:
    """Every golden line of a language, each alone in its article; `unseen`: those on which no rule was mended."""
    table = golden(language, unseen).read_text("utf-8")
    rows = [line.split("\t") for line in table.splitlines() if not line.startswith("#")]
    return [Outcome(label, text, label_of(language, place, text)) for place, label, text in rows]


def golden(language: str, unseen: bool) -> Path:
    """A table of a language."""
    return GOLDEN / language / ("cleaning_lines_unseen.tsv" if unseen else "cleaning_lines.tsv")


def label_of(language: str, place: str, text: str) -> str:
    """The zone or removal reason of a line put into the host article."""
    host = HOSTS[language]
    lines = [*host[:4], text, *host[4:]] if place == "mid" else [*host, text]
    whole = "\n\n".join(lines)
    article = Article(id="a", source="host.txt", text=whole, text_sha256="")
    view = clean(article, tuple(pack.cleaning for pack in load_packs().values()))
    start = whole.index(f"\n\n{text}") + 2
    for cut in view.removed:
        if cut.start <= start and start + len(text) <= cut.end:
            return cut.reason
    inside = [part for part in view.paragraphs if part.start < start + len(text) and start < part.end]
    return max(inside, key=lambda part: part.end - part.start).zone if inside else "nothing"
