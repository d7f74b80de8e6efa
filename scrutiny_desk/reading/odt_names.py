"""Names of OpenDocument's XML, and what a style says of weight."""

from lxml import etree

_ROOT = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
OFFICE, TEXT, TABLE, STYLE, DRAW = (_ROOT % part for part in ("office", "text", "table", "style", "drawing"))
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
DC = "{http://purl.org/dc/elements/1.1/}"
XLINK = "{http://www.w3.org/1999/xlink}"


def is_bold(style: etree._Element, known: dict[str, bool]) -> bool:
    """Whether a style is bold, by itself or by its parent, which must be `known` already."""
    says = style.find(f"{STYLE}text-properties")
    weight = says.get(f"{FO}font-weight") if says is not None else None
    if weight:
        return weight in ("bold", "600", "700", "800", "900")
    return known.get(style.get(f"{STYLE}parent-style-name", ""), False)
