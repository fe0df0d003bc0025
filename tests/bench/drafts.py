"""Drafts for the bench, made from one statement: its text any number of times over, words shuffled in each copy (a plain
repeat packs 100:1 and looks like a bomb), as light markup, as DOCX and as ODT."""

import random
import re
import zipfile
from xml.sax.saxutils import escape

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns"


def blocks_of(text):
    """The statement's paragraphs as (level, text): level 0 is a paragraph, 1 to 6 a heading. A letterhead that stands in
    the text (a first-level heading and the line under it) is left out: a DOCX has none in its text."""
    blocks = [re.sub(r"\s+", " ", block).strip() for block in re.split(r"\n[ \t]*\n", text.replace("\f", "\n\n"))]
    blocks = [block for block in blocks if block]
    kept = []
    for index, block in enumerate(blocks):
        letterhead = re.match(r"# ", block) or (index > 0 and re.match(r"# ", blocks[index - 1]))
        if not letterhead:
            marks = len(re.match(r"#*", block).group())
            kept.append((marks, block.lstrip("# ")))
    return kept


def copies(blocks, times):
    """The blocks that many times over; the words of each further copy shuffled, always in the same way."""
    shuffle = random.Random(1).shuffle
    out = list(blocks)
    for _ in range(times - 1):
        for level, text in blocks:
            words = text.replace("*", "").split()
            shuffle(words)
            out.append((level, " ".join(words)))
    return out


def text(blocks):
    return "\n\n".join(("#" * level + " " if level else "") + block for level, block in blocks) + "\n"


def runs(block):
    """(text, bold, italic) of each run of a paragraph in light markup."""
    bold = italic = False
    for piece in re.split(r"(\*\*|\*)", block):
        if piece == "**":
            bold = not bold
        elif piece == "*":
            italic = not italic
        elif piece:
            yield piece, bold, italic


def write_docx(path, blocks):
    paragraphs = []
    for level, block in blocks:
        style = f'<w:pPr><w:pStyle w:val="Heading{level}"/></w:pPr>' if level else ""
        inner = "".join(
            f"<w:r><w:rPr>{'<w:b/>' * bold}{'<w:i/>' * italic}</w:rPr><w:t xml:space=\"preserve\">{escape(piece)}</w:t></w:r>"
            for piece, bold, italic in runs(block))
        paragraphs.append(f"<w:p>{style}{inner}</w:p>")
    styles = "".join(f'<w:style w:type="paragraph" w:styleId="Heading{n}"><w:name w:val="heading {n}"/>'
                     f'<w:pPr><w:outlineLvl w:val="{n - 1}"/></w:pPr></w:style>' for n in range(1, 7))
    _package(path, {
        "[Content_Types].xml":
            f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Override PartName="/word/document.xml" ContentType='
            '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
            '<Override PartName="/word/styles.xml" ContentType='
            '"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
                       f'Type="{_R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
                                        f'Type="{_R}/styles" Target="styles.xml"/></Relationships>',
        "word/styles.xml": f'<w:styles xmlns:w="{_W}">{styles}</w:styles>',
        "word/document.xml": f'<w:document xmlns:w="{_W}"><w:body>{"".join(paragraphs)}<w:sectPr/></w:body></w:document>',
    })


def write_odt(path, blocks):
    paragraphs = []
    for level, block in blocks:
        inner = "".join(
            f'<text:span text:style-name="T{bold * 2 + italic}">{escape(piece)}</text:span>' if bold or italic
            else escape(piece) for piece, bold, italic in runs(block))
        paragraphs.append(f'<text:h text:outline-level="{level}">{inner}</text:h>' if level
                          else f"<text:p>{inner}</text:p>")
    styles = "".join(
        f'<style:style style:name="T{n}" style:family="text"><style:text-properties'
        f'{chr(32) + "fo:font-weight=" + chr(34) + "bold" + chr(34) if n & 2 else ""}'
        f'{chr(32) + "fo:font-style=" + chr(34) + "italic" + chr(34) if n & 1 else ""}/></style:style>' for n in (1, 2, 3))
    namespaces = f'xmlns:office="{_OFFICE}:office:1.0" xmlns:text="{_OFFICE}:text:1.0" ' \
                 f'xmlns:style="{_OFFICE}:style:1.0" xmlns:fo="{_OFFICE}:xsl-fo-compatible:1.0"'
    _package(path, {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f'<office:document-content {namespaces} office:version="1.3"><office:automatic-styles>{styles}'
                       f'</office:automatic-styles><office:body><office:text>{"".join(paragraphs)}</office:text>'
                       '</office:body></office:document-content>',
        "META-INF/manifest.xml":
            f'<manifest:manifest xmlns:manifest="{_OFFICE}:manifest:1.0" manifest:version="1.3">'
            '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>'
            '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>',
    })


def _package(path, parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, (2020, 11, 10, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            package.writestr(entry, content if name == "mimetype" else '<?xml version="1.0" encoding="UTF-8"?>\n' + content)
