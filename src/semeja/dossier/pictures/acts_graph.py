"""Who turns to whom: parties on a circle, an arrow from each to those at whom its acts are aimed."""

from collections import Counter
from math import cos, hypot, pi, sin

from semeja.dossier.naming import Naming
from semeja.dossier.pictures.drawing import fitted, picture, said, stroke, width_of
from semeja.records.dossier import Dossier

MOST_PARTIES = 9
"""Parties that are drawn, those with most acts; the table has all."""
WIDTH, HEIGHT, ACROSS, DOWN, NAME = 760, 440, 280, 190, 170
"""Pixels: the whole, the half axes of the ellipse on which the parties stand, the longest name."""
_HEAD, _BEND, _HALF, _APART = 9, 0.24, 15, 12
"""Pixels of an arrow's head; how far an arrow bends, in parts of its length; half a box's height and what stands beside
its name, in pixels."""

_BOLD = 1.12
"""Bold letters are as much wider."""


def acts_graph(dossier: Dossier, shown: Naming) -> str:
    """The picture of the acts between parties; empty with fewer than two arrows."""
    acts: dict[tuple[str, str], Counter[str]] = {}
    for item in dossier.ledger:
        for one in item.counterpart:
            if one != item.party:
                acts.setdefault((item.party, one), Counter())[item.act] += 1
    busy = Counter(end for pair, kinds in acts.items() for end in pair for _ in range(kinds.total()))
    parties = sorted(busy, key=lambda one: (-busy[one], one))[:MOST_PARTIES]
    arrows = {pair: acts[pair] for pair in sorted(acts) if set(pair) <= set(parties)}
    if len(arrows) < 2:
        return ""
    places = {party: _place(at, len(parties)) for at, party in enumerate(parties)}
    names = {party: fitted(shown.who((party,)), NAME) for party in parties}
    shapes = [
        _arrow(places[one], places[other], width_of(names[other]) // 2 + _APART, _kinds(kinds, shown))
        for (one, other), kinds in arrows.items()
    ]
    shapes += [_party(names[party], places[party]) for party in parties]
    told = [
        f"{shown.who((one,))} → {shown.who((other,))}: {_kinds(kinds, shown)}" for (one, other), kinds in arrows.items()
    ]
    return picture("acts-picture", shown.words["acts_graph"], told, (WIDTH, HEIGHT), shapes)


def _place(at: int, of: int) -> tuple[float, float]:
    """The place of one of `of` parties, from the left on with the clock."""
    angle = pi + 2 * pi * at / of
    return WIDTH / 2 + ACROSS * cos(angle), HEIGHT / 2 + DOWN * sin(angle)


def _kinds(kinds: Counter[str], shown: Naming) -> str:
    ordered = sorted(kinds.items(), key=lambda one: (-one[1], one[0]))
    return ", ".join(shown.words[act] + (f" ×{times}" if times > 1 else "") for act, times in ordered)


def _arrow(start: tuple[float, float], end: tuple[float, float], room: int, acts: str) -> str:
    """A bent line, so that an answer does not lie on its question, with the acts at a third of its way."""
    (x, y), (to_x, to_y) = start, end
    bend_x = (x + to_x) / 2 - (to_y - y) * _BEND
    bend_y = (y + to_y) / 2 + (to_x - x) * _BEND
    tip_x, tip_y = _before(end, (bend_x, bend_y), room)
    length = hypot(tip_x - bend_x, tip_y - bend_y) or 1.0
    along_x, along_y = (tip_x - bend_x) / length * _HEAD, (tip_y - bend_y) / length * _HEAD
    head = (
        f"M{tip_x:.0f},{tip_y:.0f} L{tip_x - along_x - along_y / 2:.0f},{tip_y - along_y + along_x / 2:.0f} "
        f"L{tip_x - along_x + along_y / 2:.0f},{tip_y - along_y - along_x / 2:.0f} z"
    )
    # A quadratic curve at t = 0.4: nearer to the party that acts, so that both ways keep their own words.
    said_x = 0.36 * x + 0.48 * bend_x + 0.16 * to_x
    said_y = 0.36 * y + 0.48 * bend_y + 0.16 * to_y
    line = stroke(f"M{x:.0f},{y:.0f} Q{bend_x:.0f},{bend_y:.0f} {tip_x:.0f},{tip_y:.0f}", "edge")
    words = said(round(said_x), round(said_y), fitted(acts, NAME), "halo soft", "middle")
    return line + stroke(head, "head") + words


def _before(end: tuple[float, float], bend: tuple[float, float], room: int) -> tuple[float, float]:
    """Where an arrow ends: at the edge of the box, `room` pixels to each side, on the way from the bend."""
    x, y = bend[0] - end[0], bend[1] - end[1]
    shares = [limit / abs(length) for limit, length in ((room, x), (_HALF, y)) if abs(length) > limit]
    share = min(shares, default=1.0)
    return end[0] + x * share, end[1] + y * share


def _party(name: str, place: tuple[float, float]) -> str:
    width = round(width_of(name) * _BOLD) + 20
    x, y = round(place[0]), round(place[1])
    box = f'<rect class="box" x="{x - width // 2}" y="{y - 13}" width="{width}" height="26" rx="4"/>'
    return box + said(x, y + 4, name, "strong", "middle")
