"""Every error that semeja raises on purpose.

SemejaError                 base; has `what`, `why` and `advice`
├── InputRefused            one input can't become an article: stored as `Rejected`, the run goes on
│   ├── Unreadable          the file system says no
│   ├── Undecodable         bytes that are no text
│   ├── NoText              nothing to read in it
│   ├── TooLarge            past a limit that is documented
│   └── ExtractionFailed    the disposable process for a page ended without a text
├── StoreError              the project folder can't be read or written
│   ├── StoreBusy           another process writes it
│   ├── StoreTooNew         written by a later version
│   └── StoreDamaged        a check of the stored bytes fails
├── OutputError             the output folder can't be written, or the disk is full
├── DossierInvalid          a dossier breaks the contract
└── UsageError              what was asked for does not exist
"""


class SemejaError(Exception):
    """Base of the tree. `what` failed, `why`, and `advice`: what to do about it; each one sentence."""

    exit_code = 1

    def __init__(self, what: str, why: str = "", advice: str = "") -> None:
        self.what, self.why, self.advice = what, why, advice
        super().__init__(": ".join(part for part in (what, why) if part) + (f" ({advice})" if advice else ""))

    def __reduce__(self) -> tuple[type["SemejaError"], tuple[str, str, str]]:
        return type(self), (self.what, self.why, self.advice)


class InputRefused(SemejaError):
    """One input can't become an article. `reason` is the stable word that the account shows."""

    reason = "refused"


class Unreadable(InputRefused):
    """The file system does not let us read the input."""

    reason = "unreadable"


class Undecodable(InputRefused):
    """The bytes are not text in an encoding that can be told."""

    reason = "undecodable"


class NoText(InputRefused):
    """The input has no text to read."""

    reason = "no_text"


class TooLarge(InputRefused):
    """The input is past a documented limit."""

    reason = "too_large"


class ExtractionFailed(InputRefused):
    """The disposable process that reads a page ended without a text."""

    reason = "extraction_failed"


class StoreError(SemejaError):
    """The project folder can't be read or written."""

    exit_code = 74


class StoreBusy(StoreError):
    """Another process writes to the project."""

    exit_code = 75


class StoreTooNew(StoreError):
    """The project was written by a later version of semeja."""

    exit_code = 73


class StoreDamaged(StoreError):
    """Stored bytes do not match their digest."""


class OutputError(SemejaError):
    """The output folder can't be written, or the disk is full."""

    exit_code = 73


class DossierInvalid(SemejaError):
    """A dossier does not keep the contract."""


class UsageError(SemejaError):
    """What was asked for does not exist or makes no sense."""

    exit_code = 2
