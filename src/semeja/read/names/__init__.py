"""Who and what an article names: mentions and the article's cast."""

from semeja.read.names.finding import find_names

__all__ = ["find_names"]
