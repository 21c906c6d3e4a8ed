"""What a command loads before its first result: only what the article at hand needs."""

import subprocess
import sys
from pathlib import Path

import semeja

SAMPLE = Path(semeja.__file__).parent / "samples" / "perundingan-tuna-apia" / "samudra-kini-semeja-di-apia.txt"
NOT_NEEDED = ("trafilatura", "lxml", "multiprocessing.pool")
SCRIPT = """
import sys
from semeja.run.inspecting import read_inputs
from semeja.lang import naming
loaded, load = [], naming.load
naming.load = lambda code: loaded.append(code) or load(code)
for article, reading in read_inputs((sys.argv[1],)):
    assert reading.language == "id" and reading.events
print(*loaded)
print(*sys.modules)
"""


def test_reading_a_text_file_loads_one_language_and_no_reader_of_pages() -> None:
    command = [sys.executable, "-c", SCRIPT, str(SAMPLE)]
    languages, modules = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    assert languages == "id"
    assert not {name for name in modules.split() if name.startswith(NOT_NEEDED)}
