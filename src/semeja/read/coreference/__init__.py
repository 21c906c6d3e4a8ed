"""Whom pronouns, clitics and descriptions point at."""

from semeja.read.coreference.resolving import resolve

__all__ = ["resolve"]
