"""Malay, experimental: a skeleton that shows what a third language takes; SOURCES.md lists its files."""
