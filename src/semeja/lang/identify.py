"""Which language a text is written in, by its function words."""


def identify(text: str) -> str | None:
    """`id`, `en`, … or None when the text gives too little to tell."""
    words = text[:4000].casefold().split()
    indonesian = sum(word in {"yang", "dan", "di", "untuk", "dengan", "pada", "tidak", "akan"} for word in words)
    english = sum(word in {"the", "and", "of", "to", "in", "for", "that", "was"} for word in words)
    if indonesian == english:
        return None
    return "id" if indonesian > english else "en"
