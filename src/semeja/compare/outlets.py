"""Who publishes an article, as far as its source or its text says."""

from urllib.parse import urlsplit

from semeja.lang.outlets import outlet_row
from semeja.records.article import Article
from semeja.records.dossier import Outlet
from semeja.records.reading import Reading


def outlet_of(article: Article, reading: Reading) -> Outlet | None:
    """The outlet from metadata, else from the text, else from the address; None when nothing tells."""
    domain = domain_of(article.url)
    name = article.outlet or reading.structure.outlet_name or domain
    if not name:
        return None
    row = outlet_row(name) or (outlet_row(domain) if domain else None)
    return Outlet(name=name, domain=domain or (row.domain if row else None), group=row.group if row else None)


def domain_of(url: str | None) -> str | None:
    """Host name of an address without `www.`; None for what is no http(s) address."""
    if not url or not url.startswith(("http://", "https://")):
        return None
    host = urlsplit(url).hostname or ""
    return host.removeprefix("www.") or None
