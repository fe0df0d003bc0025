"""The text that a PDF gives to who follows its structure: what each mark of a page says, by ActualText or by the fonts'
own tables (ISO 32000-1, 9.10 and 14.9.4), and from it what each element says. Rules of such text."""

import re

from pdf_model import Stream, is_reference, operators, text_of

SHOWING = {"Tj", "TJ", "'", '"'}
ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|[\s\S])")
NAMED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
# Elements that stand within a line of text.
INLINE = {"/Span", "/Quote", "/Code", "/Link", "/Reference", "/Lbl", "/Ruby", "/RB", "/RT", "/RP"}


def string_bytes(operand):
    """The bytes of a string of page content."""
    if operand.startswith(b"<"):
        digits = b"".join(operand[1:-1].split())
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())

    def escaped(match):
        said = match[1]
        if said[:1] in b"01234567":
            return bytes([int(said, 8) & 255])
        return b"" if said in (b"\n", b"\r\n") else NAMED.get(said, said)
    return ESCAPE.sub(escaped, operand[1:-1])


def actual_text(properties):
    """What the ActualText of a mark's properties says, with NUL for what is no character; None: there is none."""
    if b"/ActualText" not in properties:
        return None
    said = string_bytes(properties[properties.index(b"/ActualText") + 1])
    if said[:2] != b"\xfe\xff":
        return said.decode("latin-1")
    try:
        return said[2:].decode("utf-16-be")
    except UnicodeDecodeError:
        return "\0"


def unicode_table(stream):
    """Code to text of a ToUnicode table (ISO 32000-1, 9.10.3)."""
    text = lambda digits: bytes.fromhex(digits.zfill(4)).decode("utf-16-be", "replace")
    table = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", stream, re.S):
        for code, said in re.findall(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>", block):
            table[int(code, 16)] = text(said)
    for block in re.findall(r"beginbfrange(.*?)endbfrange", stream, re.S):
        for first, last, said, several in re.findall(
                r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*(?:<([0-9a-fA-F]+)>|\[([^\]]*)\])", block):
            each = re.findall(r"<([0-9a-fA-F]+)>", several)
            for i in range(int(last, 16) - int(first, 16) + 1):
                table[int(first, 16) + i] = text(each[i]) if each else text(f"{int(said, 16) + i:0{len(said)}x}")
    return table


class Font:
    """How the codes of a font's strings become text."""

    def __init__(self, model, reference):
        self.width = 2 if model.at(reference, "/Encoding") == "/Identity-H" else 1
        stream = model.at(reference, "/ToUnicode")
        self.table = unicode_table(stream.data.decode("latin-1")) if isinstance(stream, Stream) else {}

    def texts(self, shown):
        """What each code says; None: the table has it not."""
        return [self.table.get(int.from_bytes(shown[i:i + self.width], "big")) for i in range(0, len(shown), self.width)]


def is_text(said):
    """Whether all of it are characters that may stand in a text."""
    return not any(c in "\0\ufeff\ufffe\uffff" for c in said)


def is_private(said):
    return any("\ue000" <= c <= "\uf8ff" or "\U000f0000" <= c for c in said)


class Text:
    """What the marks of all pages say: `marks` by page and MCID; `faults` of how they say it."""

    def __init__(self, model):
        self.model, self.marks, self.fonts, self.faults = model, {}, {}, set()
        for page in model.pages():
            self.read_page(page)

    def font(self, page, name):
        if (page, name) not in self.fonts:
            self.fonts[page, name] = Font(self.model, (self.model.at(page, "/Resources", "/Font") or {}).get(name))
        return self.fonts[page, name]

    def read_page(self, page):
        """Marks lie in each other: the outermost that has an ActualText says it all."""
        stack, font = [], None
        for operator, operands in operators(self.model.content(page)):
            if operator in ("BDC", "BMC"):
                inside = bool(stack) and stack[-1][1] is not None
                key = (page, int(operands[operands.index(b"/MCID") + 1])) if b"/MCID" in operands else None
                key = key or (stack[-1][0] if stack else None)
                said = stack[-1][1] if inside else actual_text(operands)
                if said is not None and not is_text(said):
                    self.faults.add(("text.actual", "an ActualText that is no text (P 14.9.4)"))
                if key is not None:
                    self.marks[key] = self.marks.get(key, "") + ("" if inside else said or "")
                stack.append((key, said))
            elif operator == "EMC":
                del stack[-1:]
            elif operator == "Tf":
                font = self.font(page, operands[0].decode())
            elif operator in SHOWING and font is not None:
                strings = [string_bytes(one) for one in operands if one[:1] in (b"<", b"(")]
                self.show(font, strings, *(stack[-1] if stack else (None, None)))

    def show(self, font, strings, key, actual):
        said = [one for string in strings for one in font.texts(string)]
        if any(one is None or not is_text(one) for one in said):
            self.faults.add(("text.unicode", "a character that stands for no text (A 6.2.11.7.2)"))
        if actual is None and any(one is not None and is_private(one) for one in said):
            self.faults.add(("text.private", "a private code without ActualText (A 6.2.11.7.3)"))
        if actual is None and key is not None:
            self.marks[key] += "".join(one or "\N{REPLACEMENT CHARACTER}" for one in said)

    def of_element(self, element, left_out=()):
        """What an element says, in the order of its kids; blocks within it begin and end with a line's end. Elements of the
        types that are left out say nothing."""
        kind = self.model.at(element, "/S")
        if kind in left_out:
            return ""
        whole = text_of(self.model.at(element, "/ActualText"))
        if whole is None:
            page = self.model.get(element).get("/Pg")
            whole = "".join(self.of_kid(kid, page, left_out) for kid in self.model.kids(element))
        return whole if kind in INLINE else f"\n{whole}\n"

    def of_kid(self, kid, page, left_out):
        if isinstance(kid, int):
            return self.marks.get((page, kid), "")
        if isinstance(kid, dict):
            return self.marks.get((kid.get("/Pg", page), kid["/MCID"]), "") if "/MCID" in kid else ""
        return self.of_element(kid, left_out) if is_reference(kid) and self.model.is_element(kid) else ""


def text_rules(model):
    yield from sorted(Text(model).faults)


RULES = (text_rules,)
