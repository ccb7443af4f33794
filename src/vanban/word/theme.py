"""A plain theme: Word asks every document for one, though papers use no colour or font of it."""

_COLOURS = {
    "dk1": '<a:sysClr val="windowText" lastClr="000000"/>',
    "lt1": '<a:sysClr val="window" lastClr="FFFFFF"/>',
    **{name: f'<a:srgbClr val="{value}"/>' for name, value in {"dk2": "000000", "lt2": "FFFFFF"}.items()},
    **{f"accent{i}": '<a:srgbClr val="000000"/>' for i in range(1, 7)},
    "hlink": '<a:srgbClr val="000000"/>',
    "folHlink": '<a:srgbClr val="000000"/>',
}
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="6350" cap="flat" cmpd="sng" algn="ctr">{_FILL}<a:prstDash val="solid"/></a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def theme_xml(font: str) -> str:
    """The part theme1.xml, without the XML declaration; every font slot holds `font`."""
    slots = f'<a:latin typeface="{font}"/><a:ea typeface=""/><a:cs typeface=""/>'
    colours = "".join(f"<a:{name}>{value}</a:{name}>" for name, value in _COLOURS.items())
    fonts = f"<a:majorFont>{slots}</a:majorFont><a:minorFont>{slots}</a:minorFont>"
    return (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="vanban">'
        f'<a:themeElements><a:clrScheme name="vanban">{colours}</a:clrScheme>'
        f'<a:fontScheme name="vanban">{fonts}</a:fontScheme>'
        f'<a:fmtScheme name="vanban"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{_LINE * 3}</a:lnStyleLst><a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )
