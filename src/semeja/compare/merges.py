"""What a step of the merging of casts gives."""

from collections.abc import Mapping

import msgspec


class Merges(msgspec.Struct, frozen=True):
    """`targets`: local id -> the entity that it is. `rules`: local id -> the rule that makes it another one."""

    targets: Mapping[str, str]
    rules: Mapping[str, str]

    def joined(self, other: "Merges") -> "Merges":
        """Both; where both know an id, the other's word counts."""
        return Merges({**self.targets, **other.targets}, {**self.rules, **other.rules})
