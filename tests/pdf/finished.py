"""The files that plugins/pdf/file makes of the samples: valid for qpdf, without a fault by the rules, pictures and text as
they were drawn. Then each rule is seen to notice the fault that it is for."""

import copy
import os
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from pdf_model import Model, Stream, operators, text_of
from pdf_rules import faults
from tap import check, finish, top_builddir

PROGRAM = os.path.join(top_builddir, "tests/unit/pdf_file_test")


def sample(folder, kind):
    path = os.path.join(folder, f"{kind}.pdf")
    subprocess.run([PROGRAM, kind, path], check=True)
    return path


def qpdf_complaints(path):
    done = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True)
    return [] if done.returncode == 0 else (done.stdout + done.stderr).splitlines()


def expected_channel(bits, x, y, channel):
    return (37 * x + 11 * y + 73 * channel) & ((1 << min(bits, 8)) - 1)


def unpack(data, bits, per_row, rows=5):
    """Samples of an image, row by row; of 16 bits the upper eight."""
    stride = (per_row * bits + 7) // 8
    found = []
    for y in range(rows):
        row = data[y * stride:(y + 1) * stride]
        if bits >= 8:
            found.append(list(row[::bits // 8]))
        else:
            number = int.from_bytes(row, "big")
            found.append([number >> (stride * 8 - bits * (i + 1)) & ((1 << bits) - 1) for i in range(per_row)])
    return found


def expected_samples(name, bits):
    """The colours of a PNG sample, and its alpha or None."""
    width, height = 7, 5
    pixels = [[[expected_channel(bits, x, y, c) for c in range(4)] for x in range(width)] for y in range(height)]
    if name == "grey 1 interlaced":
        return [[pixel[0] * 255 for pixel in ((expected_channel(1, x, y, 0),) for x in range(width))]
                for y in range(height)], None
    if name.startswith("palette"):
        index = [[pixel[0] for pixel in row] for row in pixels]
        if "transparent" not in name:
            return index, None
        return ([[c for i in row for c in (i, 255 - i, i // 2)] for row in index],
                [[(0, 128)[i] if i < 2 else 255 for i in row] for row in index])
    if name.startswith("grey alpha"):
        return [[pixel[0] for pixel in row] for row in pixels], [[pixel[1] for pixel in row] for row in pixels]
    if name.startswith("grey"):
        return [[pixel[0] for pixel in row] for row in pixels], None
    colours = [[c for pixel in row for c in pixel[:3]] for row in pixels]
    if name == "rgb 8 transparent":
        return colours, [[0 if pixel[:3] == [37, 110, 183] else 255 for pixel in row] for row in pixels]
    alpha = "alpha" in name and "opaque" not in name
    return colours, [[pixel[3] for pixel in row] for row in pixels] if alpha else None


def picture_faults(model):
    """Compares each figure's image with what was put in."""
    page = model.pages()[0]
    drawn = [operands[0].decode() for operator, operands in operators(model.content(page)) if operator == "Do"]
    names = [text_of(model.at(element, "/Alt")) for element in model.elements() if model.at(element, "/S") == "/Figure"]
    if len(drawn) != len(names):
        yield f"{len(drawn)} images for {len(names)} figures"
    for name, resource in zip(names, drawn):
        image = model.at(page, "/Resources", "/XObject", resource)
        if name.startswith("jpeg"):
            if image.data[:2] != b"\xff\xd8" or image.data[-2:] != b"\xff\xd9" or b"GPS" in image.data:
                yield f"{name}: not the picture's own bytes"
            continue
        bits = int(re.search(r"\d+", name)[0])
        colours, alpha = expected_samples(name, bits)
        written = image.dictionary["/BitsPerComponent"]
        if unpack(image.data, written, len(colours[0])) != colours:
            yield f"{name}: other colours"
        mask = model.at(image, "/SMask")
        if (mask is None) != (alpha is None) or (alpha and unpack(mask.data, 8, 7) != alpha):
            yield f"{name}: another alpha"


def first(model, condition):
    return next(key for key, value in model.objects.items() if condition(value))


def element(model, kind):
    return next(reference for reference in model.elements() if model.at(reference, "/S") == kind)


def change_content(model, old, new, page=0):
    reference = model.get(model.pages()[page])["/Contents"]
    data = model.objects[reference].data
    assert old in data, old
    model.objects[reference] = Stream({}, data.replace(old, new, 1))


def change_metadata(model, old, new):
    reference = model.catalogue["/Metadata"]
    data = model.objects[reference].data
    assert old in data, old
    model.objects[reference] = Stream({}, data.replace(old, new, 1))


def drop(value, *keys):
    for key in keys[:-1]:
        value = value[key]
    del value[keys[-1]]


def annotation(model, number=0):
    return model.get(model.at(model.pages()[0], "/Annots")[number])


def change_profile(model):
    intent = model.get(model.catalogue["/OutputIntents"][0])
    stream = model.objects[intent["/DestOutputProfile"]]
    model.objects[intent["/DestOutputProfile"]] = Stream(stream.dictionary, stream.data.replace(b"rXYZ", b"bXYZ", 1))


def font(model, condition):
    return model.objects[first(model, lambda value: isinstance(value, dict) and value.get("/Type") == "/Font" and
                               condition(value))]


def change_meaning(model, said):
    """Lets a font's table say something else of each code."""
    reference = font(model, lambda f: "/ToUnicode" in f)["/ToUnicode"]
    data = model.objects[reference].data
    model.objects[reference] = Stream({}, re.sub(rb"(<[0-9a-f]+> )<[0-9a-f]{4}>", rb"\1<" + said + rb">" if said else b"", data))


def structure(model):
    return model.at(model.catalogue, "/StructTreeRoot")


def add_kid(model, parent, kind):
    reference = f"{len(model.objects) + 900} 0 R"
    model.objects[reference] = {"/S": kind, "/P": parent}
    kids = model.get(parent).setdefault("/K", [])
    if not isinstance(kids, list):
        model.get(parent)["/K"] = kids = [kids]
    kids.append(reference)
    return reference


def image(model):
    return model.objects[first(model, lambda value: isinstance(value, Stream) and
                               value.dictionary.get("/Subtype") == "/Image")].dictionary


def retype(model, kind, other):
    model.get(element(model, kind))["/S"] = other


def parents_of_page(model):
    return model.get(model.tree(structure(model)["/ParentTree"])[0][1])


# What is done to the sample "all", and the rule that must notice it.
MUTATIONS = [
    ("file.header", lambda m: setattr(m, "raw", m.raw.replace(b"1.7", b"1.4", 1))),
    ("file.end", lambda m: setattr(m, "raw", m.raw + b"x")),
    ("file.id", lambda m: drop(m.trailer, "/ID")),
    ("file.encrypted", lambda m: m.trailer.update({"/Encrypt": {}})),
    ("file.length", lambda m: setattr(m, "raw", m.raw.replace(b"\nendstream", b"endstream\n", 1))),
    ("file.filter", lambda m: image(m).update({"/Filter": "/LZWDecode"})),
    ("file.string", lambda m: m.get(element(m, "/Figure")).update({"/Alt": "u:" + "a" * 32768})),
    ("file.reference", lambda m: m.objects.pop(font(m, lambda f: "/FontDescriptor" in f)["/FontDescriptor"])),
    ("catalogue.lang", lambda m: drop(m.catalogue, "/Lang")),
    ("catalogue.marked", lambda m: drop(m.catalogue, "/MarkInfo")),
    ("catalogue.structure", lambda m: drop(m.catalogue, "/StructTreeRoot")),
    ("catalogue.title", lambda m: drop(m.catalogue, "/ViewerPreferences")),
    ("catalogue.actions", lambda m: m.catalogue.update({"/OpenAction": {}})),
    ("outline.links", lambda m: drop(m.get(m.at(m.catalogue, "/Outlines")["/First"]), "/Parent")),
    ("outline.links", lambda m: m.at(m.catalogue, "/Outlines").update({"/Last": m.catalogue["/Outlines"]})),
    ("outline.title", lambda m: drop(m.get(m.at(m.catalogue, "/Outlines")["/First"]), "/Title")),
    ("outline.target", lambda m: drop(m.get(m.at(m.catalogue, "/Outlines")["/First"]), "/Dest")),
    ("outline.count", lambda m: m.at(m.catalogue, "/Outlines").update({"/Count": 3})),
    ("metadata.packet", lambda m: drop(m.catalogue, "/Metadata")),
    ("metadata.packet", lambda m: change_metadata(m, b"</rdf:RDF>", b"")),
    ("metadata.title", lambda m: change_metadata(m, b"x-default", b"en")),
    ("metadata.title", lambda m: drop(m.objects[m.trailer["/Info"]], "/Title")),
    ("metadata.archive", lambda m: change_metadata(m, b"<pdfaid:part>2", b"<pdfaid:part>1")),
    ("metadata.archive", lambda m: change_metadata(m, b"conformance>A", b"conformance>B")),
    ("metadata.access", lambda m: change_metadata(m, b"<pdfuaid:part>1</pdfuaid:part>", b"")),
    ("metadata.extension", lambda m: change_metadata(m, b"ns/id/</pdfaSchema", b"ns/</pdfaSchema")),
    ("metadata.language", lambda m: change_metadata(m, b"en-GB", b"fr")),
    ("metadata.producer", lambda m: change_metadata(m, b"<pdf:Producer>", b"<pdf:Producer>x")),
    ("metadata.date", lambda m: change_metadata(m, b"<xmp:ModifyDate>2023", b"<xmp:ModifyDate>2024")),
    ("intent.missing", lambda m: drop(m.catalogue, "/OutputIntents")),
    ("intent.profile", change_profile),
    ("page.size", lambda m: drop(m.get(m.pages()[1]), "/MediaBox")),
    ("page.resources", lambda m: drop(m.get(m.pages()[1]), "/Resources")),
    ("page.tabs", lambda m: drop(m.get(m.pages()[1]), "/Tabs")),
    ("page.parents", lambda m: drop(m.get(m.pages()[1]), "/StructParents")),
    ("font.unicode", lambda m: drop(font(m, lambda f: "/ToUnicode" in f), "/ToUnicode")),
    ("font.embedded", lambda m: drop(m.get(font(m, lambda f: "/FontDescriptor" in f)["/FontDescriptor"]), "/FontFile2")
     if "/FontFile2" in m.get(font(m, lambda f: "/FontDescriptor" in f)["/FontDescriptor"]) else
     drop(font(m, lambda f: "/FontDescriptor" in f), "/FontDescriptor")),
    ("font.glyphs", lambda m: m.objects.update({"990 0 R": {"/Type": "/Font", "/Subtype": "/CIDFontType2"}})),
    ("image.interpolate", lambda m: image(m).update({"/Interpolate": True})),
    ("image.colours", lambda m: image(m).update({"/ColorSpace": "/DeviceCMYK"})),
    ("content.unmarked", lambda m: change_content(m, b"EMC\n", b"EMC\n0 0 9 9 re f\n")),
    ("content.balance", lambda m: change_content(m, b"EMC\n", b"")),
    ("content.balance", lambda m: change_content(m, b"EMC\n", b"EMC\nEMC\n")),
    ("content.nested", lambda m: change_content(m, b"EMC\n", b"/Artifact BMC EMC EMC\n")),
    ("content.mark", lambda m: change_content(m, b"/H1 <</MCID 0>> BDC", b"/H1 BMC")),
    ("content.mcid", lambda m: change_content(m, b"/MCID 1>>", b"/MCID 71>>")),
    ("content.saved", lambda m: change_content(m, b"q\n", b"q " * 29)),
    ("content.notdef", lambda m: (m.at(m.pages()[0], "/Resources", "/Font").update(
        {"/F": {"/Encoding": "/Identity-H"}}), change_content(m, b"BT\n", b"BT /F 1 Tf <00010000> Tj\n"))),
    ("text.actual", lambda m: change_content(m, b"BT\n", b"BT\n/Span <</ActualText <feff0000>>> BDC EMC\n")),
    ("text.actual", lambda m: change_content(m, b"BT\n", b"BT\n/Span <</ActualText <feffd800>>> BDC EMC\n")),
    ("text.unicode", lambda m: change_meaning(m, b"0000")),
    ("text.unicode", lambda m: change_meaning(m, b"")),
    ("text.private", lambda m: change_meaning(m, b"e000")),
    ("parents.twice", lambda m: m.get(element(m, "/H2")).update({"/K": m.get(element(m, "/H1"))["/K"]})),
    ("parents.length", lambda m: parents_of_page(m).pop()),
    ("parents.element", lambda m: parents_of_page(m).reverse()),
    ("parents.lost", lambda m: drop(m.get(element(m, "/H1")), "/K")),
    ("parents.annotation", lambda m: drop(annotation(m), "/StructParent")),
    ("tree.top", lambda m: retype(m, "/Document", "/Sect")),
    ("tree.type", lambda m: retype(m, "/P", "/Paragraph")),
    ("tree.parent", lambda m: m.get(element(m, "/H1")).update({"/P": m.pages()[0]})),
    ("tree.place", lambda m: retype(m, "/L", "/Div")),
    ("tree.place", lambda m: add_kid(m, element(m, "/P"), "/TD")),
    ("tree.page", lambda m: drop(m.get(element(m, "/H1")), "/Pg")),
    ("tree.lang", lambda m: m.get(element(m, "/Span")).update({"/Lang": "u:in Indonesian"})),
    ("heading.gap", lambda m: retype(m, "/H2", "/H3")),
    ("heading.gap", lambda m: retype(m, "/H1", "/H2")),
    ("list.numbering", lambda m: drop(m.get(element(m, "/L")), "/A")),
    ("list.kids", lambda m: add_kid(m, element(m, "/L"), "/P")),
    ("table.caption", lambda m: m.get(element(m, "/Table"))["/K"].insert(1, add_kid(m, element(m, "/Table"), "/Caption"))),
    ("table.body", lambda m: retype(m, "/TBody", "/TFoot")),
    ("table.scope", lambda m: drop(m.get(element(m, "/TH")), "/A")),
    ("table.rows", lambda m: add_kid(m, element(m, "/TR"), "/TD")),
    ("table.rows", lambda m: [m.get(cell).pop("/A") for cell in m.elements() if m.at(cell, "/S") == "/TD"]),
    ("figure.alt", lambda m: drop(m.get(element(m, "/Figure")), "/Alt")),
    ("figure.alt", lambda m: drop(m.get(element(m, "/Formula")), "/Alt")),
    ("figure.box", lambda m: drop(m.get(element(m, "/Figure")), "/A")),
    ("id.twice", lambda m: [m.get(cell).update({"/ID": "u:same"}) for cell in m.elements() if m.at(cell, "/S") == "/TH"]),
    ("id.note", lambda m: drop(m.get(element(m, "/Note")), "/ID")),
    ("id.tree", lambda m: drop(structure(m), "/IDTree")),
    ("id.header", lambda m: [m.get(cell).pop("/ID") for cell in m.elements() if m.at(cell, "/S") == "/TH"]),
    ("link.object", lambda m: m.get(element(m, "/Link")).update(
        {"/K": [kid for kid in m.kids(element(m, "/Link")) if isinstance(kid, int)]})),
    ("link.element", lambda m: retype(m, "/Link", "/Span")),
    ("link.print", lambda m: drop(annotation(m), "/F")),
    ("link.contents", lambda m: drop(annotation(m), "/Contents")),
    ("link.border", lambda m: drop(annotation(m), "/Border")),
    ("link.quads", lambda m: annotation(m)["/QuadPoints"].pop()),
    ("link.uri", lambda m: annotation(m)["/A"].update({"/URI": "u:https://example.org/d\u00e9"})),
    ("link.target", lambda m: drop(annotation(m, 1)["/A"], "/D")),
    ("link.structure", lambda m: drop(annotation(m, 1)["/A"], "/SD")),
    ("link.action", lambda m: annotation(m)["/A"].update({"/S": "/Launch"})),
]


READING_ORDER = ("Statement", "Ministers (second level)", "See the", "declaration of", "all members", ", made in Bali.",
                 "more below", "(i)", "An item of the list", "Table 1", "Country", "Year", "Indonesia", "Both", "A claim",
                 "pernya-taan", "begins here", "and ends here", "Annex")


def order_faults(path):
    """Whether a reader of the stream meets the text in the order in which it was drawn."""
    told = subprocess.run(["pdftotext", "-raw", path, "-"], check=True, capture_output=True, text=True).stdout
    at = 0
    for words in READING_ORDER:
        at = told.find(words, at)
        if at < 0:
            yield f"{words!r} is missing or out of order"
            return


def mutation_faults(model, rule, change):
    changed = copy.deepcopy(model)
    change(changed)
    noticed = {name for name, _ in faults(changed)}
    return [] if rule in noticed else [f"noticed were only {sorted(noticed)}"]


def rule_names():
    folder = os.path.dirname(os.path.abspath(__file__))
    names = set()
    for name in ("pdf_rules.py", "pdf_dressing.py", "pdf_content.py", "pdf_structure.py", "pdf_text.py"):
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            names |= set(re.findall(r'(?:yield|(?:append|add)\(\()\s*\(?"([a-z]+\.[a-z]+)"', file.read()))
    return names


def main():
    with tempfile.TemporaryDirectory() as folder:
        for kind in ("all", "pictures", "25"):
            path = sample(folder, kind)
            check(f"{kind}: qpdf finds nothing", qpdf_complaints(path))
            check(f"{kind}: the rules find nothing", [f"{rule}: {sentence}" for rule, sentence in faults(Model(path))])
        check("the pictures are those that were drawn", list(picture_faults(Model(os.path.join(folder, "pictures.pdf")))))
        check("the text is read in the order of drawing", list(order_faults(os.path.join(folder, "all.pdf"))))
        model = Model(os.path.join(folder, "all.pdf"))
        for number, (rule, change) in enumerate(MUTATIONS):
            check(f"mutation {number + 1} is noticed by {rule}", mutation_faults(model, rule, change))
        check("each rule has its mutation", sorted(rule_names() - {rule for rule, _ in MUTATIONS}))
    finish()


main()
