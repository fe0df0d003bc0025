"""Each installed header compiles alone, as C17 and as C++17, under the strictest warnings, and names no type but standard
C's and its own."""

import os
import re
import shlex
import subprocess

from sources import code, files
from tap import check, finish, top_srcdir

WARNINGS = ["-Wall", "-Wextra", "-Wpedantic", "-Wundef", "-Werror"]
FOREIGN = re.compile(r"\b(g(u?int\d*|boolean|char|size|pointer)|G[A-Z][a-z]\w+|xml[A-Z]\w+|zip_\w+|cairo_\w+|Pango\w+)\b")


def compile_alone(header, compiler, language, standard):
    command = shlex.split(compiler) + ["-x", language, f"-std={standard}", "-fsyntax-only", *WARNINGS,
                                       "-I", os.path.join(top_srcdir, "core/include"), "-"]
    run = subprocess.run(command, input=f"#include <letterpress/{os.path.basename(header)}>\n", text=True, capture_output=True)
    return run.stderr.splitlines() or ["it failed"] if run.returncode else []


headers = files(".h", under=("core/include",))
check("the installed headers were found", not headers)
for header in headers:
    check(f"{header} compiles alone as C17", compile_alone(header, os.environ["CC"], "c", "c17"))
    check(f"{header} compiles alone as C++17", compile_alone(header, os.environ["CXX"], "c++", "c++17"))
    check(f"{header} holds standard types", sorted({match[0] for match in FOREIGN.findall(code(header))}))
finish()
