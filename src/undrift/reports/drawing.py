"""What every picture shares: its look, and the drawing of a Vega-Lite description as SVG or PNG."""

import json
from typing import Any, Final

import vl_convert

Spec = dict[str, Any]
VEGA_LITE: Final = "https://vega.github.io/schema/vega-lite/v5.json"
VERSION: Final = (
    "v5_20"  # the Vega-Lite the description is written for, pinned so that a picture stays the same
)

INK: Final = "#0b0c0c"
GREY: Final = "#505a5f"
PALE: Final = "#ececec"
BLUE: Final = "#1d70b8"
RUST: Final = "#8a2c0d"
FONT: Final = "Arial, Helvetica, Liberation Sans, sans-serif"
CONFIG: Final[Spec] = {
    "aria": False,  # the page's own text alternative speaks; thousands of labelled marks would not help
    "background": "white",
    "font": FONT,
    "axis": {
        "labelColor": INK, "titleColor": INK, "labelFontSize": 13, "titleFontSize": 13, "titleFontWeight": "normal",
        "domainColor": GREY, "tickColor": GREY, "grid": False,
    },
    "legend": {"labelFontSize": 13, "labelColor": INK, "symbolSize": 110, "columnPadding": 28, "orient": "bottom", "title": None, "labelLimit": 400},
    "title": {"fontSize": 15, "color": INK, "anchor": "start", "fontWeight": "bold"},
    "view": {"stroke": None},
}  # fmt: skip


def svg(spec: Spec) -> str:
    """A description as SVG text."""
    return str(vl_convert.vegalite_to_svg(json.dumps(spec), vl_version=VERSION))


def png(spec: Spec, *, scale: float = 2.0) -> bytes:
    """A description as PNG bytes, `scale` pixels a point."""
    return bytes(vl_convert.vegalite_to_png(json.dumps(spec), vl_version=VERSION, scale=scale))
