"""What is told in more than one place is the same: settings in help and manual, limits in help, codes in keyfiles."""

import glob
import os
import re
import subprocess

from tap import check, finish, top_srcdir

program = os.environ["LETTERPRESS"]


def text(path):
    with open(os.path.join(top_srcdir, path), encoding="utf-8") as file:
        return file.read()


def said(*arguments):
    return subprocess.run([program, *arguments], text=True, capture_output=True, check=True).stdout


help_text = said("help")
manual = text("core/cli/letterpress.1")
options = re.findall(r"^  (-\w)?,? +--([\w-]+)(?: (\S+))?", help_text, re.M)
check("help lists the options", len(options) < 20)

manual_options = {}
for line in re.findall(r"^\.It (Fl .*)$", manual, re.M):
    name = re.search(r"Fl -([\w-]+)", line)[1]
    letter = re.search(r"^Fl (\w)\b", line)
    choices = re.search(r"Cm (.*)$", line)
    manual_options[name] = ("-" + letter[1] if letter else "", choices[1].replace(" ", "") if choices else "")
faults = [f"--{name} is not in the manual" for _, name, _ in options if name not in manual_options]
faults += [f"--{name} is in the manual alone" for name in manual_options
           if name not in {option[1] for option in options} | {"json"}]
faults += [f"--{name}: its letter differs" for letter, name, _ in options
           if name in manual_options and manual_options[name][0] != letter]
faults += [f"--{name}: its choices differ" for _, name, argument in options
           if "|" in argument and argument[0].islower() and not manual_options.get(name, ("", ""))[1].endswith(argument)]
check("help and manual have the same options", faults)

verbs = re.findall(r"^  (\w+)  +\S", help_text.split("Verbs:")[1].split("Options:")[0], re.M)
check("each verb is in the manual", [verb for verb in verbs if f"\n.Cm {verb}" not in manual and f" {verb} " not in manual])
check("each exit code is in the manual", [str(code) for code in (0, 2, 3, 4, 5, 6, 7, 8, 9) if f".It {code}\n" not in manual])

table = text("core/account/limits.c")
limits = re.findall(r'\{"([\w-]+)",', table)
listed = re.findall(r"^(\S+) +\d+  ", said("help", "limits"), re.M)
check("help lists the limits of the table", sorted(set(limits) ^ set(listed)))

CODE = re.compile(r'"([a-z]+\.[a-z][a-z0-9-]*)"')
CALL = re.compile(r"\b(?:lp_(?:report|warn|fail|outcome_fail)|refuse)\w*\s*\(([^;]*);", re.S)
described = set(re.findall(r"^\[([a-z.0-9-]+)\]$", text("core/core.diagnostics"), re.M))
reported = set()
for path in glob.glob(os.path.join(top_srcdir, "core/**/*.c"), recursive=True):
    for call in CALL.findall(open(path, encoding="utf-8").read()):
        reported |= set(CODE.findall(call))
check("codes were found in the sources", len(reported) < 30)
check("each code that the core reports is described",
      sorted(code for code in reported - described if not code.startswith("limit.")))
codes = described | reported | {f"limit.{limit}" for limit in limits}
check("explain knows each", [code for code in sorted(codes) if not said("explain", code).startswith(code + ":")])
finish()
