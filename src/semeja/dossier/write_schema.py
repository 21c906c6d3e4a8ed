"""`python -m semeja.dossier.write_schema FILE`: the JSON Schema of the contract into a file."""

import sys
from pathlib import Path

from semeja.dossier.json import schema_bytes

if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(schema_bytes())
