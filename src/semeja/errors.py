"""Every error that semeja raises on purpose.

SemejaError                 base; has `what`, `why` and `advice`
├── InputRefused            one input can't become an article: stored as `Rejected`, the run goes on
│   ├── Unreadable          the file system says no
│   ├── Undecodable         bytes that are no text
│   ├── NoText              nothing to read in it
│   ├── TooLarge            past a limit that is documented
│   ├── Damaged             compressed bytes that end early or fail their check
│   ├── UnknownKind         a file whose suffix is none that we read
│   ├── FolderLoop          a folder that leads back into itself, or was read under another name
│   ├── BadRecord           JSON that breaks the documented fields
│   └── ExtractionFailed    the disposable process for a page ended without a text
├── StoreError              the project folder can't be read or written
│   ├── StoreBusy           another process writes it
│   ├── StoreTooNew         written by a later version
│   └── StoreDamaged        a check of the stored bytes fails
├── OutputError             the output folder can't be written
│   └── DiskFull            no room is left, or the disk fails
├── RowFailed               a stage raised, or its process ended, on one row
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


class Damaged(InputRefused):
    """Compressed bytes end early, fail their check or are followed by something else."""

    reason = "damaged"


class UnknownKind(InputRefused):
    """The suffix of the file is none that semeja reads."""

    reason = "unknown_kind"


class FolderLoop(InputRefused):
    """A folder leads back into itself, or was already read under another name."""

    reason = "folder_loop"


class BadRecord(InputRefused):
    """JSON that can't be parsed, or a field of the wrong type; the message names the field."""

    reason = "bad_record"


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
    """The output folder can't be written."""

    exit_code = 73


class DiskFull(OutputError):
    """No room is left on the disk, or the disk fails."""

    exit_code = 74


class RowFailed(SemejaError):
    """A function raised, or its process ended, on one row of an engine's work; `what` names the row."""


class DossierInvalid(SemejaError):
    """A dossier does not keep the contract."""


class UsageError(SemejaError):
    """What was asked for does not exist or makes no sense."""

    exit_code = 2
