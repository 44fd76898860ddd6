"""The colours of a model become a stylesheet."""

from houvast.ave.load import shipped_model
from houvast.web.phase_css import stylesheet


def test_each_phase_gets_its_five_colours_in_the_layer_of_the_tokens() -> None:
    lines = stylesheet(shipped_model("landelijk")).splitlines()
    assert lines[0] == "@layer tokens {"
    assert lines[2] == (
        "  .fase-2 { --fase: #f2b61b; --fase-on: #14202a; --fase-tint: #fdf3d6; "
        "--fase-text: #664800; --fase-edge: #8a6200; }"
    )
    assert len(lines) == 6
