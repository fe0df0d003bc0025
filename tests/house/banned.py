"""Functions that nobody may call: those that overrun their buffer or follow the locale, anywhere; those that act behind
the caller's back, in the library and in plugins."""

import re

from sources import code, files
from tap import check, finish

# name: what to use instead
ANYWHERE = {
    "strcpy": "g_strlcpy or the arena", "strcat": "GString", "strncpy": "memcpy with a checked length",
    "strncat": "GString", "sprintf": "snprintf", "vsprintf": "vsnprintf", "gets": "getline", "stpcpy": "GString",
    "atoi": "lp_parse_*", "atol": "lp_parse_*", "atoll": "lp_parse_*", "atof": "lp_parse_*", "strtod": "lp_parse_*",
    "strtof": "lp_parse_*", "strtold": "lp_parse_*", "sscanf": "lp_parse_*", "scanf": "lp_parse_*",
    "fscanf": "lp_parse_*", "strtok": "strtok_r", "alloca": "an array or the arena", "g_alloca": "an array or the arena",
    "system": "nothing: no program is run", "popen": "nothing: no program is run", "tmpnam": "O_TMPFILE",
    "mktemp": "O_TMPFILE", "tempnam": "O_TMPFILE", "rand": "nothing: the same bytes each time",
    "random": "nothing: the same bytes each time", "localtime": "the date as the draft writes it",
    "isalpha": "g_ascii_isalpha", "isdigit": "g_ascii_isdigit", "isspace": "g_ascii_isspace",
    "isalnum": "g_ascii_isalnum", "isupper": "g_ascii_isupper", "islower": "g_ascii_islower",
    "toupper": "g_ascii_toupper", "tolower": "g_ascii_tolower", "strcasecmp": "g_ascii_strcasecmp",
    "strncasecmp": "g_ascii_strncasecmp",
}
BEHIND_THE_BACK = {
    name: "not in the library, not in a plugin" for name in
    ("printf", "vprintf", "puts", "putchar", "perror", "g_print", "g_printerr", "exit", "_exit", "quick_exit", "abort",
     "setlocale", "signal", "sigaction", "chdir", "fork", "execve", "execvp", "g_spawn_sync", "socket", "connect",
     "getenv", "setenv")
}
OPENS = {name: "a plugin is given streams, never paths" for name in
         ("fopen", "open", "openat", "creat", "opendir", "g_file_get_contents", "g_file_set_contents", "g_mapped_file_new",
          "unlink", "rename")}
# Data of the system, which a worker may still read: hyphenation patterns.
OPENS_DATA = ("plugins/pdf/paragraph/patterns.c",)
LIBRARY = tuple(f"core/{folder}" for folder in ("account", "stream", "document", "letterhead", "call", "container"))


def faults(paths, banned):
    call = re.compile(r"(?<![\w.>])(%s)\s*\(" % "|".join(map(re.escape, banned)))
    return [f"{path}:{number}: {name} ({banned[name]})" for path in paths
            for number, line in enumerate(code(path).splitlines(), 1) for name in call.findall(line)]


check("nothing overruns or follows the locale", faults(files(".c", ".h", under=("core", "plugins")), ANYWHERE))
check("the library acts for its caller alone", faults(files(".c", ".h", under=LIBRARY), BEHIND_THE_BACK))
check("a plugin acts for its caller alone", faults(files(".c", ".h", under=("plugins",)), BEHIND_THE_BACK))
check("a plugin opens no file", faults([path for path in files(".c", ".h", under=("plugins",))
                                        if path not in OPENS_DATA], OPENS))
finish()
