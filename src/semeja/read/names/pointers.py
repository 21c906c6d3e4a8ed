"""Words that point at characters without naming them: pronouns, clitics, demonstratives, collectives."""

from semeja.lang.naming import Phrase
from semeja.read.names.found import Found
from semeja.read.names.page import Page

# Words of deixis behind a noun.
THIS = frozenset({"itu", "tersebut", "ini"})
COUNTED = frozenset({"kedua", "ketiga"})
COUNTRY = frozenset({"negara", "negeri", "country"})
BODY = frozenset(
    {"aliansi", "organisasi", "lembaga", "badan", "blok", "komisi", "partai", "perusahaan", "otoritas", "pakta"}
)
PERSON = frozenset({"pria", "perempuan", "wanita", "lelaki", "orang", "tokoh"})
# `-nya` that makes no pointer: adverbs, connectives, fixed words.
PLAIN_NYA = frozenset(
    [
        "sebelumnya",
        "selanjutnya",
        "akhirnya",
        "biasanya",
        "umumnya",
        "khususnya",
        "seharusnya",
        "sebenarnya",
        "sesungguhnya",
        "tentunya",
        "rupanya",
        "ternyata",
        "nyatanya",
        "misalnya",
        "contohnya",
        "artinya",
        "intinya",
        "pasalnya",
        "hanya",
        "punya",
        "tanya",
        "bertanya",
        "kenyataannya",
        "sepenuhnya",
        "seluruhnya",
        "lainnya",
        "berikutnya",
        "sebaliknya",
        "setidaknya",
        "paling-tidaknya",
        "sekiranya",
        "seandainya",
        "sayangnya",
        "alhasilnya",
        "bahwasanya",
        "hendaknya",
        "sebaiknya",
        "kiranya",
        "agaknya",
        "nampaknya",
        "tampaknya",
        "sepertinya",
        "kayaknya",
        "katanya-katanya",
        "adanya",
        "terjadinya",
        "banyaknya",
        "besarnya",
        "tingginya",
        "rencananya",
        "kabarnya",
        "konon",
        "pokoknya",
        "pastinya",
        "jelasnya",
        "mulanya",
        "awalnya",
        "sekurangnya",
        "utamanya",
        "pertanyaan",
        "menanyakan",
        "hasilnya",
        "akibatnya",
        "dampaknya",
        "totalnya",
        "jumlahnya",
        "rata-ratanya",
        "lamanya",
        "satunya",
        "satu-satunya",
        "keduanya",
        "ketiganya",
        "keempatnya",
        "semuanya",
        "segalanya",
        "masalahnya",
        "persoalannya",
        "faktanya",
        "bukannya",
        "gilirannya",
        "tepatnya",
        "singkatnya",
        "pendeknya",
        "waktunya",
        "saatnya",
        "namanya",
        "pihaknya",
        "mulainya",
        "selesainya",
        "berakhirnya",
        "makanya",
        "tadinya",
        "mestinya",
        "semestinya",
        "halnya",
        "bagaimananya",
        "apanya",
        "dulunya",
        "nantinya",
        "isinya",
    ]
)
SHORTEST_STEM = 3


def pronoun_at(page: Page, i: int, phrase: Phrase) -> Found:
    """A pronoun; its number, kind and sense stay in the rule."""
    end = i + len(phrase.words)
    return Found(i, end, i, end, phrase.name.split()[1], "pronoun", f"pronoun.{phrase.name.split()[2]}")


def group_at(page: Page, i: int, phrase: Phrase) -> Found:
    end = i + len(phrase.words)
    return Found(i, end, i, end, "group", "role", "group", id=phrase.id)


def demonstrative_at(page: Page, i: int) -> Found | None:
    """`negara itu`, `aliansi tersebut`, `kedua menteri`, `negara bekas jajahan Soviet itu`."""
    key = page.keys[i]
    if (
        key in COUNTED
        and i + 1 < page.passage.last
        and page.words[i + 1] == page.keys[i + 1]
        and page.keys[i + 1].isalpha()
    ):
        return Found(i, i + 2, i, i + 2, "any", "pronoun", "pronoun.pair")
    kind = "country" if key in COUNTRY else "organisation" if key in BODY else "person" if key in PERSON else None
    if kind is None:
        return None
    for end in range(i + 1, min(i + 8, page.passage.last)):
        if page.keys[end] in THIS:
            return Found(i, end + 1, i, end + 1, kind, "demonstrative", "demonstrative")
        if not page.keys[end][0].isalnum():
            return None
    return None


def clitic_at(page: Page, i: int) -> bool:
    """Whether the word ends in a `-nya` that may point at somebody."""
    key = page.keys[i]
    return key not in PLAIN_NYA and len(key) >= 3 + SHORTEST_STEM and not key.startswith("se")
