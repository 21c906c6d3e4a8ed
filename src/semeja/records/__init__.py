"""Every record of the chain of custody; imports nothing of ours.

`span` (places) → `article` (bytes to text) → `reading` (what one article says) → `dossier` (the public contract).
"""
