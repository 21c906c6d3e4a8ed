"""Every colour of text on every ground that it stands on: 4.5 to 1 at least, in the light, in the dark, on paper."""

import re
from itertools import product

import pytest

from semeja.dossier.html import style

LEAST = 4.5
"""WCAG 2.2, 1.4.3, for text of any size."""
ON_THE_PAGE = tuple(product(("ink", "soft", "link", "warn", "name"), ("paper", "card")))
IN_AN_ARTICLE = tuple(product(("ink", "name"), ("quote", "time", "figure")))
IN_A_PICTURE = (
    *product(("ink", "soft", "link", "warn"), ("band",)), ("ink", "quote"), ("warn", "figure"), ("noise", "paper"),
    ("noise", "card"), ("link", "quote"),
)  # fmt: skip


def palettes() -> dict[str, dict[str, str]]:
    light, dark, paper = (
        dict(re.findall(r"--(\w+):\s*(#[0-9a-f]{3,6})", block))
        for block in re.findall(r":root \{(.*?)\}", style(), re.S)
    )
    return {"light": light, "dark": {**light, **dark}, "print": {**light, **paper}}


def luminance(colour: str) -> float:
    """Relative luminance after WCAG 2.2."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#fff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("palette", ["light", "dark", "print"])
@pytest.mark.parametrize(("text", "ground"), [*ON_THE_PAGE, *IN_AN_ARTICLE, *IN_A_PICTURE])
def test_text_can_be_read_on_its_ground(palette: str, text: str, ground: str) -> None:
    colours = palettes()[palette]
    assert contrast(colours[text], colours[ground]) >= LEAST


def test_no_rule_names_a_colour_outside_the_palettes() -> None:
    rules = re.sub(r":root \{.*?\}", "", style(), flags=re.S)
    assert re.findall(r"#[0-9a-fA-F]{3,6}\b", rules) == []
