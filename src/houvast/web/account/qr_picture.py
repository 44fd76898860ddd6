"""A QR code as numbers for a template to draw, so that no ready-made markup has to be trusted."""

from dataclasses import dataclass

from qrcode.main import QRCode


@dataclass(frozen=True, slots=True)
class QrPicture:
    """The width of a QR code in squares, its quiet zone included, and its black squares as one SVG path."""

    width: int
    path: str


def qr_picture(text: str) -> QrPicture:
    """Draw a text as QR code."""
    code = QRCode(border=4)
    code.add_data(text)
    rows = code.get_matrix()
    squares = (f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, black in enumerate(row) if black)
    return QrPicture(len(rows), "".join(squares))
