"""How much of two wordings is shared, counted in words."""

from collections.abc import Collection


def overlap(left: Collection[str], right: Collection[str]) -> float:
    """Share of the smaller set that both have; 0 when one is empty."""
    shared = len(set(left) & set(right))
    return shared / min(len(set(left)), len(set(right))) if shared else 0.0


def dice(left: Collection[str], right: Collection[str]) -> float:
    """Twice the shared over the sum of both sizes (Dice 1945); 0 when one is empty."""
    left, right = set(left), set(right)
    return 2 * len(left & right) / (len(left) + len(right)) if left and right else 0.0
