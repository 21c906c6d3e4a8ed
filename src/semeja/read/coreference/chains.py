"""Which candidates belong together so far."""

from semeja.read.coreference.candidates import Candidate


class Chains:
    """Candidates by their chain. A chain with characters is never joined with one that has others.

    `joined` tells for each candidate which earlier one it was joined with first, and by which sieve.
    """

    def __init__(self, candidates: tuple[Candidate, ...]) -> None:
        self.candidates = candidates
        self.joined: dict[int, tuple[int, str]] = {}
        self._lead = list(range(len(candidates)))
        self._members = [[index] for index in self._lead]
        by_ids: dict[tuple[str, ...], int] = {}
        for index, one in enumerate(candidates):
            if one.ids:
                self._merge(by_ids.setdefault(one.ids, index), index)

    def of(self, index: int) -> int:
        """The first candidate of the chain that holds `index`."""
        return self._lead[index]

    def members(self, index: int) -> list[int]:
        """The candidates of the chain that holds `index`, in no particular order."""
        return self._members[self._lead[index]]

    def ids(self, index: int) -> tuple[str, ...]:
        """The characters that the chain is known to mean."""
        return next((self.candidates[one].ids for one in self.members(index) if self.candidates[one].ids), ())

    def join(self, earlier: int, later: int, rule: str) -> bool:
        """Let two candidates belong together; False when they do already, or are known to be others."""
        if self._lead[earlier] == self._lead[later]:
            return False
        left, right = self.ids(earlier), self.ids(later)
        if left and right and left != right:
            return False
        self.joined.setdefault(later, (earlier, rule))
        self._merge(earlier, later)
        return True

    def _merge(self, left: int, right: int) -> None:
        first, second = sorted((self._lead[left], self._lead[right]))
        if first == second:
            return
        self._members[first] += self._members[second]
        for index in self._members[second]:
            self._lead[index] = first
