"""Each function that an installed header declares has a comment of its own or of its group."""

from sources import declared, files, read
from tap import check, finish


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


headers = files(".h", under=("core/include",))
for header in headers:
    check(f"{header}: each function is documented", undocumented(header))
finish()
