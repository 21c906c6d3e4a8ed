"""The outside in, articles out."""
