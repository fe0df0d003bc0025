"""Who may include whom. A folder of the core includes its own headers and those of the folders that its row names; a
plugin includes the installed headers, its own folder, and the libraries that its row names."""

import os
import re

from sources import files, read
from tap import check, finish, top_srcdir

# The house in its order: a folder knows only those above it. Of the program (host and below) each stage has only what
# flows into it and out of it.
CORE = {
    "account": (),
    "stream": ("account",),
    "document": ("account", "stream"),
    "letterhead": ("account", "stream", "document"),
    "call": ("account", "stream", "document", "letterhead"),
    "container": ("account", "stream", "document"),
    "host": ("account", "stream", "call"),
    "statement": ("account", "document", "letterhead"),
    "convert": ("account", "stream", "document", "letterhead", "call", "host", "statement"),
    "fence": ("account", "stream", "host", "convert"),
    "report": ("account", "host", "fence"),
    "batch": ("account", "host", "convert", "fence", "report"),
    "cli": ("account", "letterhead", "host", "convert", "fence", "report", "batch"),
}
CORE_LIBRARIES = {"container": ("zip.h", "libxml/", "zlib.h"), "fence": ("sanitizer/lsan_interface.h",)}
PLUGIN_LIBRARIES = {
    "text": ("md4c.h",),
    "events": ("jansson.h",),
    "pdf": ("pango/", "cairo", "hb", "fontconfig/", "ft2build.h", "libdeflate.h", "zlib.h", "hyphen.h", "png.h", "unicode/"),
}
STANDARD = re.compile(
    r"(assert|complex|ctype|errno|fenv|float|inttypes|iso646|limits|locale|math|setjmp|signal|stdalign|stdarg|stdatomic|"
    r"stdbool|stddef|stdint|stdio|stdlib|stdnoreturn|string|strings|tgmath|time|uchar|wchar|wctype|"
    r"unistd|fcntl|dirent|dlfcn|poll|pthread|sched|spawn|termios|langinfo|iconv|libgen|endian|link|elf|getopt|"
    r"sys/[a-z_]+|linux/[a-z_]+)\.h")
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.M)


def includes(path):
    return INCLUDE.findall(read(path))


def library_allowed(header, extra):
    return STANDARD.fullmatch(header) or header == "glib.h" or header.startswith(("letterpress/",) + extra)


def core_faults(folder):
    faults = []
    for path in files(".c", ".h", under=(f"core/{folder}",)):
        for mark, header in includes(path):
            if mark == "<":
                fine = library_allowed(header, CORE_LIBRARIES.get(folder, ()))
            else:
                owner, slash, _ = header.partition("/")
                fine = header == "config.h" or (slash and owner in (folder,) + CORE[folder])
            if not fine:
                faults.append(f"{path} includes {header}")
    return faults


def plugin_faults(plugin):
    faults = []
    home = os.path.join("plugins", plugin)
    for path in files(".c", ".h", under=(home,)):
        for mark, header in includes(path):
            if mark == "<":
                fine = library_allowed(header, PLUGIN_LIBRARIES.get(plugin, ()))
            else:
                own = [os.path.normpath(os.path.join(base, header)) for base in (home, os.path.dirname(path))]
                fine = (header == "config.h" and plugin != "example") or any(
                    name.startswith(home + os.sep) and os.path.exists(os.path.join(top_srcdir, name)) for name in own)
            if not fine:
                faults.append(f"{path} includes {header}")
    return faults


def installed_faults():
    return [f"{path} includes {header}" for path in files(".h", under=("core/include",))
            for mark, header in includes(path)
            if mark == '"' or not (header.startswith("letterpress/") or re.fullmatch(r"(std\w+|inttypes|limits)\.h", header))]


def folders_of(top):
    return sorted(entry.name for entry in os.scandir(os.path.join(top_srcdir, top))
                  if entry.is_dir() and files(".c", ".h", under=(f"{top}/{entry.name}",)))


check("every folder of the core has its row", [f"core/{name} has no row in tests/house/includes.py"
                                               for name in folders_of("core") if name not in CORE and name != "include"])
check("installed headers include each other and standard C alone", installed_faults())
for name in CORE:
    check(f"core/{name} includes {', '.join(CORE[name]) or 'no other folder'}", core_faults(name))
for name in folders_of("plugins"):
    check(f"plugins/{name} includes installed headers, its own and its libraries'", plugin_faults(name))
finish()
