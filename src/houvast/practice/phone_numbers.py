"""Phone numbers that cannot exist: no Dutch subscriber number begins with 00 (numbering plan, *nummerplan* 2011)."""


def landline(area: str, number: int) -> str:
    """Give number 0 to 9999 in an area: 0596 00 01 12. An area of three digits gets one nought more."""
    noughts = "00" if len(area) == len("0596") else "000"
    return f"{area} {noughts} {number // 100:02d} {number % 100:02d}"


def mobile(number: int) -> str:
    """Give mobile number 0 to 9999: 06 00 00 04 17."""
    return f"06 00 00 {number // 100:02d} {number % 100:02d}"


def free_of_charge(number: int) -> str:
    """Give an 0800 number, 0 to 99: 0800 00 00 99."""
    return f"0800 00 00 {number:02d}"
