"""semeja lays every outlet's report of one story on one table, each line traced to its characters."""

from semeja.version import VERSION

__all__ = ["__version__"]

__version__ = VERSION
