"""One article in, its `Reading` out: spans only."""
