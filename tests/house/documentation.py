"""Each function that an installed header declares has a comment of its own or of its group, and the library exports it
under the public version; nothing else is public."""

import glob
import os
import re
import subprocess

from sources import code, files, read
from tap import check, finish, top_builddir

FUNCTION = re.compile(r"\b(lp_[a-z0-9_]+)\(")


def declared(path):
    """Names of the functions that a header declares, with the number of the line each starts on."""
    found = []
    for number, line in enumerate(code(path).splitlines(), 1):
        if not line.startswith((" ", "\t", "#", "}")):  # inline functions' bodies and macros call, they do not declare
            found += [(name, number) for name in FUNCTION.findall(line)]
    return found


def undocumented(path):
    """A comment ends on the line above, or the line above is a declaration of the same group."""
    texts = read(path).splitlines()
    faults = []
    for name, number in declared(path):
        above = number - 2
        while above >= 0 and texts[above].strip() and not texts[above].rstrip().endswith("*/"):
            above -= 1
        if above < 0 or not texts[above].strip():
            faults.append(f"{path}:{number}: {name}")
    return faults


def exported(version):
    """Names that the built libraries export under a version."""
    names = set()
    for library in glob.glob(os.path.join(top_builddir, ".libs", "libletterpress*.so")):
        listed = subprocess.run(["nm", "-D", "--defined-only", "--with-symbol-versions", library], text=True,
                                capture_output=True, check=True).stdout
        names |= {name for name, found in re.findall(r"\b[TW] (lp_\w+)@@?(\w+)", listed) if found.startswith(version)}
    return names


headers = files(".h", under=("core/include",))
for header in headers:
    check(f"{header}: each function is documented", undocumented(header))
promised = {name for header in headers for name, _ in declared(header)
            if not re.search(r"static inline[^;{]*\b%s\(" % name, read(header))}
public = exported("LETTERPRESS_1") | exported("LETTERPRESS_CONTAINER_1")
check("every function of the installed headers is exported", sorted(promised - public))
check("nothing else is public", sorted(public - promised))
finish()
