"""What a PDF for long keeping (PDF/A-2b, ISO 19005-2) says of itself: its metadata as XMP.

LibreOffice makes the pages right for PDF/A; the XMP must then agree with the properties set afterwards.
"""

from xml.sax.saxutils import escape

from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>B</pdfaid:conformance>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
{rest}</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
_SAME_AS = (
    ("/Author", "<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>"),
    ("/Producer", "<pdf:Producer>{}</pdf:Producer>"),
    ("/Creator", "<xmp:CreatorTool>{}</xmp:CreatorTool>"),
)
"""Properties of a PDF that its XMP must repeat word for word."""


def declare_archive(writer: PdfWriter, info: dict[str, str], *, title: str, language: str) -> None:
    """Puts XMP into `writer` that says PDF/A-2b and agrees with the properties `info`."""
    rest = "".join(form.format(escape(info[key])) + "\n" for key, form in _SAME_AS if info.get(key))
    stream = DecodedStreamObject()
    stream.set_data(_PACKET.format(title=escape(title), language=language, rest=rest).encode())
    stream[NameObject("/Type")] = NameObject("/Metadata")
    stream[NameObject("/Subtype")] = NameObject("/XML")
    writer.root_object[NameObject("/Metadata")] = writer._add_object(stream)
