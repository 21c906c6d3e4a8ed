"""Findings in, what a person or a program sees out."""
