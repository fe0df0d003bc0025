"""How large a file, a function and a folder's README may be."""

import json
import os
import statistics
import subprocess

from sources import files, read
from tap import check, finish, top_srcdir

FILE_LINES, FUNCTION_LINES, README_LINES, MEDIAN_LINES = 800, 80, 60, 250


def lines(path):
    return read(path).count("\n")


def functions(paths):
    """(path, name, length in lines) of every C function, by universal-ctags."""
    listed = subprocess.run(["ctags", "--output-format=json", "--languages=C", "--langmap=C:.c.h", "--kinds-C=f",
                             "--fields=+ne", "-L", "-"], input="\n".join(paths), text=True, cwd=top_srcdir,
                            capture_output=True, check=True).stdout
    for line in listed.splitlines():
        tag = json.loads(line)
        if tag.get("_type") == "tag" and "end" in tag:
            yield tag["path"], tag["name"], tag["end"] - tag["line"] + 1


c_files = files(".c", ".h")
texts = files(".c", ".h", ".py", ".sh", ".mk")
check(f"no file has more than {FILE_LINES} lines",
      [f"{path} has {lines(path)}" for path in texts if lines(path) > FILE_LINES])

lengths = list(functions(c_files))
check("the functions were found", not lengths)
check(f"no function has more than {FUNCTION_LINES} lines",
      [f"{path}: {name} has {length}" for path, name, length in lengths if length > FUNCTION_LINES])

code_files = files(".c", under=("core", "plugins"))
median = statistics.median([lines(path) for path in code_files])
check(f"half of the files are shorter than {MEDIAN_LINES} lines", [f"the median is {median}"] if median > MEDIAN_LINES else [])

folders = sorted({os.path.dirname(path) for path in files("sources.mk", under=("core", "plugins", "fixtures", "tests"))})
check("every folder has its README.md",
      [folder for folder in folders if not os.path.exists(os.path.join(top_srcdir, folder, "README.md"))])
check(f"no README.md is empty or longer than {README_LINES} lines",
      [f"{path} has {lines(path)}" for path in files("README.md", under=("core", "plugins", "fixtures", "tests"))
       if not 0 < lines(path) <= README_LINES])
finish()
