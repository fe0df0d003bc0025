"""What the built objects show each other: the libraries export under the public versions what the installed headers declare
and nothing else; a plugin shows its descriptor alone, and uses nothing that is the program's own."""

import glob
import os
import re
import subprocess

from sources import declared, files, read
from tap import check, finish, top_builddir

PUBLIC = re.compile(r"LETTERPRESS(_CONTAINER)?_[0-9.]+$")


def symbols(path, *options):
    """(type, name, version) of each dynamic symbol."""
    listed = subprocess.run(["nm", "-D", "--with-symbol-versions", *options, path], text=True, capture_output=True,
                            check=True).stdout
    return re.findall(r"(?:^|\s)([A-Za-z]) (\w+)(?:@+(\S+))?$", listed, re.M)


def is_inline(header, name):
    return re.search(r"static inline[^;{]*\b%s\(" % name, read(header))


libraries = glob.glob(os.path.join(top_builddir, ".libs", "libletterpress*.so"))
public = {name for library in libraries for kind, name, version in symbols(library, "--defined-only")
          if kind in "TW" and PUBLIC.match(version)}
promised = {name for header in files(".h", under=("core/include",)) for name, _ in declared(header)
            if not is_inline(header, name)}
check("every function of the installed headers is exported", sorted(promised - public))
check("nothing else is public", sorted(public - promised))
check("the libraries export lp_ names alone", sorted(
    name for library in libraries for kind, name, _ in symbols(library, "--defined-only")
    if kind not in "A" and not name.startswith("lp_")))

plugins = glob.glob(os.path.join(top_builddir, "plugins", "here", "*.so"))
check("the plugins were found", not plugins)
for plugin in sorted(plugins):
    name = os.path.basename(plugin)
    check(f"{name} shows its descriptor alone", sorted(
        {symbol for _, symbol, _ in symbols(plugin, "--defined-only")} ^ {"letterpress_plugin"}))
    check(f"{name} uses public functions alone", sorted(
        f"{symbol} {version}" for _, symbol, version in symbols(plugin, "--undefined-only")
        if version.startswith("LETTERPRESS") and not PUBLIC.match(version)))
finish()
