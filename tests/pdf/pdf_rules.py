#!/usr/bin/env python3
"""What a file of plugins/pdf must have (ISO 19005-2 = A, ISO 14289-1 = U, ISO 32000-1 = P), asked of qpdf's JSON.

    pdf_rules.py FILE...    one line a fault; exit 1 when there is one

As a module: faults(Model(path)) gives (rule, sentence) pairs. The rules say nothing of whether headings, descriptions and
order are true: only a person can."""

import re
import sys

import pdf_content
import pdf_dressing
import pdf_structure
import pdf_text
from pdf_model import Model, Stream, is_reference, text_of

LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


def file_rules(model):
    raw = model.raw
    if not raw.startswith(b"%PDF-1.7\n%") or min(raw[10:14]) < 128:
        yield "file.header", "the header or its line of binary bytes is missing (A 6.1.2)"
    if not raw.endswith(b"\n%%EOF\n"):
        yield "file.end", "something stands behind the end (A 6.1.3)"
    identity = model.trailer.get("/ID")
    if not isinstance(identity, list) or len(identity) != 2:
        yield "file.id", "no file ID (A 6.1.3)"
    if "/Encrypt" in model.trailer:
        yield "file.encrypted", "encrypted (A 6.1.3)"
    for match in re.finditer(rb"/Length (\d+)[^\n]*>>\nstream\n", raw):
        if raw[match.end() + int(match[1]):][:11] != b"\nendstream\n":
            yield "file.length", "a stream's Length is not its length (A 6.1.7.1)"
    for key, value in model.objects.items():
        dictionary = value.dictionary if isinstance(value, Stream) else {}
        filters = dictionary.get("/Filter", [])
        for name in filters if isinstance(filters, list) else [filters]:
            if name not in ("/FlateDecode", "/DCTDecode"):
                yield "file.filter", f"object {key}: the filter {name} (A 6.1.7.2)"
        for text in strings(value.dictionary if isinstance(value, Stream) else value):
            if len(text) > 32767:
                yield "file.string", f"object {key}: a string is too long (A 6.1.13)"


def strings(value):
    """The strings inside a value, as the bytes that the file holds."""
    todo = [value]
    while todo:
        value = todo.pop()
        if isinstance(value, dict):
            todo += value.values()
        elif isinstance(value, list):
            todo += value
        elif isinstance(value, str) and value[:2] in ("u:", "b:"):
            text = text_of(value)
            yield text.encode("ascii") if text.isascii() else b"\xfe\xff" + text.encode("utf-16-be", "replace")


def catalogue_rules(model):
    catalogue = model.catalogue
    language = text_of(catalogue.get("/Lang"))
    if language is None or not LANGUAGE.fullmatch(language):
        yield "catalogue.lang", "no language of the document (U 7.2)"
    if model.at(catalogue, "/MarkInfo", "/Marked") is not True:
        yield "catalogue.marked", "not said to be tagged (A 6.7.2.2)"
    if not isinstance(model.at(catalogue, "/StructTreeRoot"), dict):
        yield "catalogue.structure", "no structure (A 6.7.3.3)"
    if model.at(catalogue, "/ViewerPreferences", "/DisplayDocTitle") is not True:
        yield "catalogue.title", "the window would not show the title (U 7.1)"
    for key in ("/AA", "/OpenAction", "/Requirements", "/AcroForm"):
        if key in catalogue:
            yield "catalogue.actions", f"{key} in the catalogue (A 6.5, 6.6.2)"


def outline_rules(model):
    outline = model.at(model.catalogue, "/Outlines")
    if outline is None:
        return
    pages = model.pages()
    todo, seen = [model.catalogue["/Outlines"]], 0
    while todo:
        parent = todo.pop()
        previous, item = None, model.get(parent).get("/First")
        while item is not None:
            entry = model.get(item)
            seen += 1
            if entry.get("/Parent") != parent or entry.get("/Prev") != previous:
                yield "outline.links", "a bookmark does not hang on its neighbours (P 12.3.3)"
            if not text_of(entry.get("/Title")):
                yield "outline.title", "a bookmark without a title"
            target = entry.get("/Dest")
            if not isinstance(target, list) or target[0] not in pages:
                yield "outline.target", "a bookmark leads nowhere"
            todo.append(item)
            previous, item = item, entry.get("/Next")
        if model.get(parent).get("/Last") != previous:
            yield "outline.links", "a bookmark does not hang on its neighbours (P 12.3.3)"
    if seen != outline.get("/Count"):
        yield "outline.count", "the outline counts its bookmarks wrongly (P 12.3.3)"


def reference_rules(model):
    for key, value in model.objects.items():
        todo = [value.dictionary if isinstance(value, Stream) else value]
        while todo:
            value = todo.pop()
            if isinstance(value, dict):
                todo += value.values()
            elif isinstance(value, list):
                todo += value
            elif is_reference(value) and value not in model.objects:
                yield "file.reference", f"object {key} refers to {value}, which is not there"


RULES = (file_rules, catalogue_rules, reference_rules, outline_rules) + pdf_dressing.RULES + pdf_content.RULES + \
    pdf_structure.RULES + pdf_text.RULES


def faults(model):
    return [fault for rule in RULES for fault in rule(model)]


if __name__ == "__main__":
    found = [(path, *fault) for path in sys.argv[1:] for fault in faults(Model(path))]
    for path, rule, sentence in found:
        print(f"{path}: {rule}: {sentence}")
    sys.exit(1 if found else 0)
