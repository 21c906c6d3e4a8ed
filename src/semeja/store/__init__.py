"""The record of truth."""
