"""Print every pattern that semeja compiles while all modules are imported and the samples are built, as JSON.

A process of its own: patterns are seen by standing in for `re.compile` before the first module of semeja is loaded.
"""

import json
import pkgutil
import re
import sys
import tempfile
from importlib import import_module
from pathlib import Path
from typing import Any


def main(samples: list[str]) -> None:
    """Prints `[[file, pattern, flags], ...]`, each once, sorted."""
    found: set[tuple[str, str, int]] = set()
    compile_pattern: Any = re.compile

    def record(pattern: Any, flags: Any = 0) -> Any:
        made = compile_pattern(pattern, flags)
        file = Path(sys._getframe(1).f_code.co_filename).as_posix()
        if "/semeja/" in file and isinstance(made.pattern, str):
            found.add((file.split("/semeja/")[-1], made.pattern, int(made.flags)))
        return made

    re.compile = record
    package = import_module("semeja")
    for module in pkgutil.walk_packages(package.__path__, "semeja."):
        import_module(module.name)
    with tempfile.TemporaryDirectory() as out:
        import_module("semeja.run.building").build(samples, Path(out) / "out")
    sys.stdout.write(json.dumps(sorted(found)))


if __name__ == "__main__":
    main(sys.argv[1:])
