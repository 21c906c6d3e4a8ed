"""Language data of `en`; every file names its source and licence in its head, SOURCES.md lists them."""
