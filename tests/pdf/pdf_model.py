"""A PDF file as qpdf tells of it in JSON: objects by number, streams decoded, content as operators."""

import base64
import json
import re
import subprocess


class Stream:
    def __init__(self, dictionary, data):
        self.dictionary, self.data = dictionary, data


class Model:
    """The objects of a file; `raw` are its bytes."""

    def __init__(self, path):
        with open(path, "rb") as file:
            self.raw = file.read()
        told = subprocess.run(["qpdf", "--json=2", "--json-stream-data=inline", "--decode-level=generalized", path],
                              check=True, capture_output=True)
        self.objects = {}
        for key, entry in json.loads(told.stdout)["qpdf"][1].items():
            if key == "trailer":
                self.trailer = entry["value"]
            elif "stream" in entry:
                data = base64.b64decode(entry["stream"].get("data", ""))
                self.objects[key[4:]] = Stream(entry["stream"]["dict"], data)
            else:
                self.objects[key[4:]] = entry["value"]

    def get(self, value):
        """What a value is: itself, or the object that it refers to."""
        return self.objects.get(value) if is_reference(value) else value

    def at(self, value, *keys):
        """What stands under these keys, each by reference or not; None where one is missing."""
        for key in keys:
            value = self.get(value)
            if isinstance(value, Stream):
                value = value.dictionary
            if not isinstance(value, dict):
                return None
            value = value.get(key)
        return self.get(value)

    @property
    def catalogue(self):
        return self.at(self.trailer, "/Root")

    def pages(self):
        """References of the pages in order."""
        found, todo = [], [self.catalogue.get("/Pages")]
        while todo:
            reference = todo.pop(0)
            if self.at(reference, "/Type") == "/Pages":
                todo = self.at(reference, "/Kids") + todo
            else:
                found.append(reference)
        return found

    def content(self, page):
        contents = self.at(page, "/Contents")
        return contents.data if isinstance(contents, Stream) else b""

    def elements(self):
        """References of the structure elements, in the order in which they are read."""
        found, todo = [], as_list(self.at(self.catalogue, "/StructTreeRoot", "/K"),
                                  (self.at(self.catalogue, "/StructTreeRoot") or {}).get("/K"))
        while todo:
            reference = todo.pop(0)
            found.append(reference)
            todo = [kid for kid in self.kids(reference) if self.is_element(kid)] + todo
        return found

    def kids(self, element):
        value = (self.get(element) or {}).get("/K")
        value = self.get(value) if isinstance(self.get(value), list) else value
        return [] if value is None else value if isinstance(value, list) else [value]

    def is_element(self, kid):
        return is_reference(kid) and isinstance(self.get(kid), dict) and "/S" in self.get(kid)

    def attribute(self, element, owner, name):
        value = self.at(element, "/A")
        for attributes in value if isinstance(value, list) else [value]:
            if self.at(attributes, "/O") == owner and self.at(attributes, name) is not None:
                return self.at(attributes, name)
        return None

    def tree(self, root):
        """The pairs of a name or number tree."""
        pairs, todo = [], [root]
        while todo:
            node = todo.pop(0)
            flat = self.at(node, "/Nums") or self.at(node, "/Names") or []
            pairs += zip(flat[::2], flat[1::2])
            todo += self.at(node, "/Kids") or []
        return pairs


def as_list(value, written):
    return value if isinstance(value, list) else [written] if written is not None else []


def is_reference(value):
    return isinstance(value, str) and re.fullmatch(r"\d+ \d+ R", value) is not None


def text_of(value):
    """A string of qpdf's JSON: text, or bytes told in hexadecimal."""
    if not isinstance(value, str):
        return None
    if value.startswith("u:"):
        return value[2:]
    return bytes.fromhex(value[2:]).decode("utf-8", "replace") if value.startswith("b:") else None


TOKEN = re.compile(rb"\s+|(<<|>>|\[|\])|(/[^\s/<>\[\]()]*)|(<[0-9A-Fa-f\s]*>)|(\()|([^\s/<>\[\]()]+)")


def string_end(data, at):
    depth = 0
    while at < len(data):
        byte = data[at:at + 1]
        if byte == b"\\":
            at += 1
        elif byte == b"(":
            depth += 1
        elif byte == b")":
            depth -= 1
            if depth == 0:
                return at + 1
        at += 1
    return at


def operators(data):
    """The operators of a content stream, each with its operands as bytes."""
    operands, at, found = [], 0, []
    while at < len(data):
        match = TOKEN.match(data, at)
        if match is None:
            raise ValueError(f"content that cannot be read: {data[at:at + 40]!r}")
        if match[4]:
            end = string_end(data, at)
            operands.append(data[at:end])
            at = end
            continue
        at = match.end()
        word = match[5]
        if word and not re.fullmatch(rb"[+-]?[0-9.]+|true|false|null", word):
            found.append((word.decode("latin-1"), operands))
            operands = []
        elif match.group().strip():
            operands.append(match.group())
    return found
