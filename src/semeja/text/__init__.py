"""Strings in, strings and spans out: spans, masks, keys for comparing, tokens."""
