"""A chart in a document: its picture with the alternative text that tells all it shows."""

import base64
import io
from html import escape

from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Emu

from scrutiny_desk.briefing import charts
from scrutiny_desk.briefing.house import House, Role
from scrutiny_desk.briefing.ooxml import element, paragraph
from scrutiny_desk.domain.charts import Chart

NUMBERED_FROM = 10_000
"""Pictures in the text are numbered from here: a house numbers those of its header from one, and no two may be one."""


def built(chart: Chart, house: House, width: int) -> BaseOxmlElement:
    """The picture in a paragraph of its own, `width` wide (in EMU)."""
    inline = house.document.part.new_pic_inline(io.BytesIO(charts.png(chart)), Emu(width))
    inline.docPr.set("id", str(NUMBERED_FROM + int(inline.docPr.get("id"))))
    inline.docPr.set("name", chart.title)
    inline.docPr.set("descr", chart.told)
    drawing = element("drawing")
    drawing.append(inline)
    run = element("r")
    run.append(drawing)
    return paragraph(house.style(Role.BODY), [run])


def html(chart: Chart) -> str:
    """The picture for a web page that needs nothing beside it."""
    data = base64.b64encode(charts.png(chart)).decode("ascii")
    return f'<p><img alt="{escape(chart.told)}" src="data:image/png;base64,{data}" style="max-width: 100%"></p>'
