"""Run the commands of the first ten minutes and write what they print into README.md, between its marks.

    python docs/write_transcript.py

The commands run in an empty folder beside which one sample story lies as `articles`. Long output is cut, which shows.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "README.md"
STORY = ROOT / "src" / "semeja" / "samples" / "feri-tanjung-seroja"
BEGIN, END = "<!-- transcript: begin -->\n", "<!-- transcript: end -->\n"
WIDEST = 140
ROOM = re.compile(r"[\d,]+ MB free")

CONFLICTS = """from pathlib import Path
from semeja.dossier.json import decode

for path in sorted(Path("out").glob("*/dossier.json")):
    for conflict in decode(path.read_bytes()).conflicts:
        print(conflict.kind, conflict.resolution, [side.value for side in conflict.sides])
"""

Step = tuple[str, str, int]
STEPS: tuple[Step, ...] = (
    ("Is everything here?", "semeja doctor", 20),
    ("The sample stories, built together: grouping is part of the work.", "semeja demo -o demo --no-open", 20),
    (
        "Open `demo/index.html` in a browser. Then one article alone, with all that was understood and by which rule:",
        "semeja read articles/kbs-feri-berlayar.txt | grep -A 36 ^quotes",
        37,
    ),
    ("A folder of your own; here `articles/` holds one of the sample stories.", "semeja build articles/ -o out/", 20),
    ("Again: nothing is new, nothing is done, the bytes are the same.", "semeja build articles/ -o out/ -q", 5),
    ("Does every line still stand where it says?", "semeja verify out/", 5),
    (
        "Why is a line there? Here all lines of the ledger: their ids begin with `act:`.",
        "semeja explain act: -o out/",
        14,
    ),
)


def run(command: str, folder: Path) -> str:
    """What a command prints on stdout; what no two runs share, the folder's path and the room on its disk, as `…`."""
    bin_folder = Path(sys.executable).parent
    environment = os.environ | {"PATH": f"{bin_folder}{os.pathsep}{os.environ['PATH']}", "NO_COLOR": "1"}
    done = subprocess.run(
        command,
        shell=True,
        cwd=folder,
        env=environment,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    return ROOM.sub("… MB free", done.stdout.replace(str(folder.resolve()), "…"))


def cut(output: str, most: int) -> str:
    """At most so many lines, none too wide."""
    lines = [line if len(line) <= WIDEST else line[: WIDEST - 1] + "…" for line in output.rstrip().splitlines()]
    rest = f"\n[{len(lines) - most} more lines]" if len(lines) > most else ""
    return "\n".join(lines[:most]) + rest


def transcript(folder: Path) -> str:
    """All steps with their output."""
    parts = []
    for about, command, most in STEPS:
        printed = cut(run(command, folder), most)
        parts.append(f"{about}\n\n```console\n$ {command}\n{printed}{printed and chr(10)}```\n")
    (folder / "conflicts.py").write_text(CONFLICTS, "utf-8")
    printed = cut(run(f"{sys.executable} conflicts.py", folder), 12)
    parts.append(
        f"With a program: where do the reports differ?\n\n```python\n{CONFLICTS}```\n\n```console\n{printed}\n```\n"
    )
    return "\n".join(parts)


def main() -> None:
    """Runs and writes."""
    before, rest = PAGE.read_text("utf-8").split(BEGIN)
    with tempfile.TemporaryDirectory() as scratch:
        shutil.copytree(STORY, Path(scratch) / "articles")
        PAGE.write_text(before + BEGIN + "\n" + transcript(Path(scratch)) + "\n" + END + rest.split(END)[1], "utf-8")


if __name__ == "__main__":
    main()
