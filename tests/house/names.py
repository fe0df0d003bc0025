"""What files are called, that none is forgotten in the release, and that nothing unfinished stands in them."""

import os
import re
import subprocess

from sources import files, read
from tap import check, finish, top_builddir, top_srcdir

SAYS_NOTHING = re.compile(r"(utils?|misc|common|helpers?|stuff|tmp|new|old)([_-].*)?\.(c|h|py|sh)")
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b|not implemented|unimplemented", re.I)
TOP = {"core", "plugins", "fixtures", "tests", "configure.ac", "Makefile.am", "README.md", "LICENSE", "CHANGELOG.md",
       "CONTRIBUTING.md", "bootstrap"}


def repeats_folder(path):
    """core/docx/docx_read.c: the folder has said it already. core/account/account.h, the folder's own header, has not."""
    stem = os.path.basename(path).rsplit(".", 1)[0]
    return stem.startswith(os.path.basename(os.path.dirname(path)) + "_")


def of_the_checkout():
    listed = subprocess.run(["git", "-C", top_srcdir, "-c", "safe.directory=*", "ls-files"], text=True,
                            capture_output=True, check=True).stdout
    return [path for path in listed.splitlines() if os.path.exists(os.path.join(top_srcdir, path))]


def distributed():
    environment = {name: value for name, value in os.environ.items() if name not in ("MAKEFLAGS", "MFLAGS", "MAKELEVEL")}
    listed = subprocess.run(["make", "-s", "-C", top_builddir, "list-distributed"], text=True, capture_output=True,
                            check=True, env=environment).stdout
    # Relative to the top of the sources, or to that of the build.
    inside = {os.path.relpath(os.path.join(top_builddir, path), top_srcdir) for path in listed.split()}
    return inside | {os.path.normpath(path) for path in listed.split()}


def forgotten():
    named = distributed()
    return [path for path in of_the_checkout()
            if not path.startswith(".") and path not in named
            and not any(path.startswith(folder + "/") for folder in named)]


sources = files(".c", ".h", ".py", ".sh")
check("no file has a name that explains nothing", [path for path in sources if SAYS_NOTHING.fullmatch(os.path.basename(path))])
check("no file puts its folder's name before its own", [path for path in files(".c", ".h", under=("core", "plugins"))
                                                        if repeats_folder(path)])
check("nothing is marked as unfinished", [
    f"{path}:{number}: {line.strip()}" for path in files(".c", ".h", ".md", under=("core", "plugins"))
    for number, line in enumerate(read(path).splitlines(), 1) if UNFINISHED.search(line)])
if os.path.exists(os.path.join(top_srcdir, ".git")):
    check("the top level is what the house says", sorted(
        {path.split("/")[0] for path in of_the_checkout() if not path.startswith(".")} - TOP))
    check("every file of the checkout is in the release", forgotten())
finish()
