"""Drafts that are damaged or not what they are called, and a plugin that does not fit: the right exit code, a sentence
that names the place, no file."""

import os
import subprocess
import tempfile
import zipfile

from tap import check, finish, top_builddir, top_srcdir

program = os.environ["LETTERPRESS"]
work = tempfile.TemporaryDirectory()
folder = os.path.join(work.name, "folder")
os.mkdir(folder)


def convert(name, content, *options, environment=None):
    """Exit code and what was said of converting a draft of that name and content to HTML; files that were left."""
    path = os.path.join(folder, name)
    with open(path, "wb") as file:
        file.write(content)
    run = subprocess.run([program, path, "-o", os.path.join(folder, "final.html"), *options], capture_output=True,
                         env={**os.environ, **(environment or {})})
    os.remove(path)
    left = os.listdir(folder)
    for file in left:
        os.remove(os.path.join(folder, file))
    return run.returncode, run.stderr.decode(), left


def expect(what, code, words, outcome):
    found, said, left = outcome
    check(what, [f"exit {found}, wanted {code}: {said}"] * (found != code) + [f"not said: {word}: {said}" for word in words
                                                                             if word not in said]
          + [f"left: {left}"] * (bool(left) != (code == 0)))


def read(path):
    with open(os.path.join(top_srcdir, path), "rb") as file:
        return file.read()


def with_part(package, name, change):
    """The package with one part changed by a function of its bytes."""
    source = os.path.join(work.name, "source.zip")
    target = os.path.join(work.name, "target.zip")
    with open(source, "wb") as file:
        file.write(package)
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for entry in old.infolist():
            content = old.read(entry)
            new.writestr(entry, change(content) if entry.filename == name else content)
    return open(target, "rb").read()


for kind, part in (("docx", "word/document.xml"), ("odt", "content.xml")):
    good = read(f"fixtures/drafts/statement.{kind}")
    expect(f"{kind}: whole", 0, [], convert(f"draft.{kind}", good))
    expect(f"{kind}: whole, under another name", 0, [], convert("draft.txt", good))
    expect(f"{kind}: cut off in the middle", 4, [], convert(f"draft.{kind}", good[:len(good) // 2]))
    expect(f"{kind}: cut off at the end", 4, [], convert(f"draft.{kind}", good[:-10]))
    expect(f"{kind}: a text of that name", 4, [], convert(f"draft.{kind}", b"Only text.\n"))
    expect(f"{kind}: XML that breaks off", 4, [part], convert(f"draft.{kind}", with_part(good, part, lambda xml: xml[:-40])))
    expect(f"{kind}: XML that is none", 4, [part], convert(f"draft.{kind}", with_part(good, part, lambda _: b"<a><b></a>")))
    expect(f"{kind}: XML with entities", 4, [part], convert(f"draft.{kind}", with_part(
        good, part, lambda xml: xml.replace(b"?>", b'?><!DOCTYPE a [<!ENTITY b "c">]>', 1))))

expect("text in Windows-1252", 0, ["1252"], convert("draft.txt", "Pénélope’s statement, “agreed”.\n".encode("cp1252")))
expect("text in UTF-16", 0, [], convert("draft.txt", "Pénélope agreed.\n".encode("utf-16")))
expect("bytes that are no text", 4, [], convert("draft.txt", bytes(range(256))))
expect("a PDF as a draft", 4, ["[host.not-read]"], convert("draft.txt", b"%PDF-1.7\n"))
expect("nothing", 4, ["[host.empty]"], convert("draft.docx", b""))

plugins = os.path.join(work.name, "plugins")
os.mkdir(plugins)
os.symlink(os.path.join(top_builddir, "tests/plugins/.libs/newer.so"), os.path.join(plugins, "newer.so"))
with open(os.path.join(plugins, "newer.plugin"), "w", encoding="utf-8") as keyfile:
    keyfile.write("[plugin]\nname=newer\nversion=1\nlicence=MIT\nabi=1.0\n[format bad]\ndescription=Bad\nwrites=true\n")
beside = {"LETTERPRESS_PLUGIN_PATH": plugins + ":" + os.environ["LETTERPRESS_PLUGIN_PATH"]}
expect("a plugin for a later interface", 8, [f"{plugins}/newer.so", "interface 2", "has 1", "[host.refused]"],
       convert("draft.txt", b"Text.\n", "-t", "bad", environment=beside))
expect("is in nobody's way", 0, [], convert("draft.txt", b"Text.\n", environment=beside))
with open(os.path.join(plugins, "broken.plugin"), "w", encoding="utf-8") as keyfile:
    keyfile.write("[plugin]\nname=broken\n")
expect("nor is a broken keyfile", 0, [], convert("draft.txt", b"Text.\n", environment=beside))
expect("but it is told where a format is missed", 8, ["[host.manifest]", f"{plugins}/broken.plugin"],
       convert("draft.txt", b"Text.\n", "-t", "broken", environment=beside))
work.cleanup()
finish()
