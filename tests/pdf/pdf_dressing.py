"""Rules of metadata, output intent, pages, fonts and images."""

import struct
import xml.etree.ElementTree as xml

from pdf_model import Stream, text_of

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
DC = "{http://purl.org/dc/elements/1.1/}"
XMP = "{http://ns.adobe.com/xap/1.0/}"
PDF = "{http://ns.adobe.com/pdf/1.3/}"
A_ID = "{http://www.aiim.org/pdfa/ns/id/}"
UA_ID = "{http://www.aiim.org/pdfua/ns/id/}"
SCHEMA = "{http://www.aiim.org/pdfa/ns/schema#}"
PROPERTY = "{http://www.aiim.org/pdfa/ns/property#}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def packet(model):
    stream = model.at(model.catalogue, "/Metadata")
    if not isinstance(stream, Stream):
        return None
    try:
        return xml.fromstring(stream.data)
    except xml.ParseError:
        return None


def default_of(root, name):
    """The text of a language alternative that stands as the default."""
    for item in root.iterfind(f".//{name}/{RDF}Alt/{RDF}li"):
        if item.get(LANG) == "x-default":
            return item.text
    return None


def pdf_date(value):
    """D:20231114221320Z as 2023-11-14T22:13:20Z."""
    text = text_of(value)
    return None if text is None else f"{text[2:6]}-{text[6:8]}-{text[8:10]}T{text[10:12]}:{text[12:14]}:{text[14:]}"


def metadata_rules(model):
    root = packet(model)
    if root is None:
        yield "metadata.packet", "no metadata that can be read (A 6.6.2.1)"
        return
    information = model.at(model.trailer, "/Info") or {}
    title = default_of(root, f"{DC}title")
    if not title or title != text_of(information.get("/Title")):
        yield "metadata.title", "no title, or another than the information's (U 7.1)"
    if root.findtext(f".//{A_ID}part") != "2" or root.findtext(f".//{A_ID}conformance") != "A":
        yield "metadata.archive", "not said to be PDF/A-2a (A 6.6.4)"
    if root.findtext(f".//{UA_ID}part") != "1":
        yield "metadata.access", "not said to be PDF/UA-1 (U 5)"
    declared = {(item.findtext(f"{SCHEMA}namespaceURI"), name.text) for item in root.iter(f"{RDF}li")
                for name in item.iter(f"{PROPERTY}name")}
    if (UA_ID[1:-1], "part") not in declared:
        yield "metadata.extension", "the property pdfuaid:part is not declared (A 6.6.2.3)"
    if root.findtext(f".//{DC}language/{RDF}Bag/{RDF}li") != text_of(model.catalogue.get("/Lang")):
        yield "metadata.language", "another language than the catalogue's"
    if root.findtext(f".//{PDF}Producer") != text_of(information.get("/Producer")):
        yield "metadata.producer", "another producer than the information's"
    for name, key in ((f"{XMP}CreateDate", "/CreationDate"), (f"{XMP}ModifyDate", "/ModDate")):
        if root.findtext(f".//{name}") != pdf_date(information.get(key)):
            yield "metadata.date", "another date than the information's"


def multiply(a, b):
    return [[sum(a[i][k] * b[k][j] for k in range(3)) for j in range(len(b[0]))] for i in range(3)]


def inverse(m):
    (a, b, c), (d, e, f), (g, h, i) = m
    det = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)
    rows = [[e * i - f * h, c * h - b * i, b * f - c * e], [f * g - d * i, a * i - c * g, c * d - a * f],
            [d * h - e * g, b * g - a * h, a * e - b * d]]
    return [[value / det for value in row] for row in rows]


def column(x, y):
    return [[x / y], [1.0], [(1 - x - y) / y]]


def srgb_colorants():
    """The primaries of IEC 61966-2-1 as XYZ of D50, adapted by the Bradford matrix: three columns."""
    white, d50 = column(0.3127, 0.3290), [[0.9642], [1.0], [0.8249]]
    primaries = [column(0.64, 0.33), column(0.30, 0.60), column(0.15, 0.06)]
    rgb = [[primaries[j][i][0] for j in range(3)] for i in range(3)]
    scale = multiply(inverse(rgb), white)
    rgb = [[rgb[i][j] * scale[j][0] for j in range(3)] for i in range(3)]
    bradford = [[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]]
    source, target = multiply(bradford, white), multiply(bradford, d50)
    cones = [[target[i][0] / source[i][0] if i == j else 0 for j in range(3)] for i in range(3)]
    return multiply(multiply(inverse(bradford), multiply(cones, bradford)), rgb)


def fixed(data, at, count):
    return [value / 65536 for value in struct.unpack_from(f">{count}i", data, at)]


def is_srgb(profile):
    """Whether the bytes are an ICC profile of sRGB."""
    if len(profile) < 132 or struct.unpack_from(">I", profile)[0] != len(profile):
        return False
    if profile[12:24] != b"mntrRGB XYZ " or profile[36:40] != b"acsp" or profile[8] > 4:
        return False
    tags = {}
    for i in range(struct.unpack_from(">I", profile, 128)[0]):
        name, at, _ = struct.unpack_from(">4sII", profile, 132 + 12 * i)
        tags[name] = at
    expected = srgb_colorants()
    for j, name in enumerate((b"rXYZ", b"gXYZ", b"bXYZ")):
        if name not in tags or any(abs(value - expected[i][j]) > 2e-4
                                   for i, value in enumerate(fixed(profile, tags[name] + 8, 3))):
            return False
    curve = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045]
    return all(profile[tags[name]:tags[name] + 10] == b"para\0\0\0\0\0\3" and
               all(abs(a - b) < 2e-5 for a, b in zip(fixed(profile, tags[name] + 12, 5), curve))
               for name in (b"rTRC", b"gTRC", b"bTRC"))


def intent_rules(model):
    intents = model.at(model.catalogue, "/OutputIntents") or []
    intent = model.get(intents[0]) if len(intents) == 1 else None
    if model.at(intent, "/S") != "/GTS_PDFA1" or not text_of(model.at(intent, "/OutputConditionIdentifier")):
        yield "intent.missing", "no output intent (A 6.2.3)"
        return
    profile = model.at(intent, "/DestOutputProfile")
    if not isinstance(profile, Stream) or profile.dictionary.get("/N") != 3 or not is_srgb(profile.data):
        yield "intent.profile", "the output intent has no profile of sRGB (A 6.2.4.3)"


def page_rules(model):
    for index, page in enumerate(model.pages()):
        box = model.at(page, "/MediaBox")
        if not isinstance(box, list) or len(box) != 4 or any(side > 14400 for side in box):
            yield "page.size", "a page without a size (A 6.1.13)"
        if not isinstance(model.at(page, "/Resources"), dict):
            yield "page.resources", "a page without resources of its own (A 6.2.2)"
        if model.at(page, "/Tabs") != "/S":
            yield "page.tabs", "a page whose links are not walked in the structure's order (U 7.18.3)"
        if model.at(page, "/StructParents") != index:
            yield "page.parents", "a page outside the parent tree (P 14.7.4.4)"


def font_rules(model):
    for value in model.objects.values():
        if model.at(value, "/Type") != "/Font":
            continue
        subtype = value["/Subtype"]
        if subtype != "/Type3" and not subtype.startswith("/CIDFont") and not isinstance(
                model.at(value, "/ToUnicode"), Stream):
            yield "font.unicode", "a font whose characters cannot be told (A 6.2.11.7)"
        if subtype in ("/Type0", "/Type3"):
            continue
        descriptor = model.at(value, "/FontDescriptor")
        if not any(isinstance(model.at(descriptor, key), Stream) for key in ("/FontFile", "/FontFile2", "/FontFile3")):
            yield "font.embedded", "a font that is not embedded (A 6.2.11.4)"
        if subtype == "/CIDFontType2" and model.at(value, "/CIDToGIDMap") != "/Identity":
            yield "font.glyphs", "a font without a map from codes to glyphs (A 6.2.11.3.2)"


def image_rules(model):
    for value in model.objects.values():
        if not isinstance(value, Stream) or value.dictionary.get("/Subtype") != "/Image":
            continue
        if value.dictionary.get("/Interpolate") is True:
            yield "image.interpolate", "an image that asks to be smoothed (A 6.2.8)"
        space = model.at(value, "/ColorSpace")
        if (space[0] if isinstance(space, list) else space) not in ("/DeviceRGB", "/DeviceGray", "/Indexed"):
            yield "image.colours", f"an image in {space}, which the output intent does not cover (A 6.2.4.3)"


RULES = (metadata_rules, intent_rules, page_rules, font_rules, image_rules)
