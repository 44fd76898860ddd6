"""From the TOML of a model file to a `Model` or `Theme`.

Building never fails: a value that is missing or of the wrong kind becomes empty, and the schema reports it. So all
findings of a file come in one go.
"""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Literal, TypeVar

from houvast.ave import words
from houvast.ave.model import (
    Aftercare,
    Boundary,
    Colour,
    ConsultationTable,
    Criterion,
    ExternalScaling,
    Function,
    Group,
    HandOver,
    LocalName,
    Model,
    Phase,
    Protocol,
    ResponsibilityText,
    SeatRule,
    Temporary,
    Theme,
    ThemeAddition,
)
from houvast.ave.vocabulary import Direction, Holding, HoldingTwo, Responsibility, Side, TableKind

Meaning = TypeVar("Meaning")

ASK_WORKING_DAYS_BEFORE = 3
"""Where a model does not say it. *Verzonnen*."""


class Table:
    """A TOML table read by kind: the value if it is of that kind, otherwise empty."""

    def __init__(self, raw: object) -> None:
        """Anything but a table counts as an empty one."""
        self.raw: Mapping[str, object] = raw if isinstance(raw, Mapping) else {}

    def text(self, key: str) -> str:
        """A text, or ""."""
        value = self.raw.get(key)
        return value if isinstance(value, str) else ""

    def whole(self, key: str) -> int | None:
        """A whole number, or None."""
        value = self.raw.get(key)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def flag(self, key: str) -> bool:
        """True only if it says true."""
        return self.raw.get(key) is True

    def texts(self, key: str) -> tuple[str, ...]:
        """The texts in a list."""
        value = self.raw.get(key)
        return tuple(item for item in value if isinstance(item, str)) if isinstance(value, list) else ()

    def numbers(self, key: str) -> tuple[int, ...]:
        """The whole numbers in a list."""
        value = self.raw.get(key)
        return tuple(item for item in value if isinstance(item, int)) if isinstance(value, list) else ()

    def word(self, key: str, meanings: Mapping[str, Meaning], otherwise: Meaning) -> Meaning:
        """What a word from a fixed list means."""
        return meanings.get(self.text(key), otherwise)

    def table(self, key: str) -> "Table":
        """An inner table, or an empty one."""
        return Table(self.raw.get(key))

    def named(self, key: str) -> Iterator[tuple[str, "Table"]]:
        """The tables inside a table, with their names."""
        yield from self.table(key).named_tables()

    def named_tables(self) -> Iterator[tuple[str, "Table"]]:
        """The tables in this one, with their names."""
        for name, value in self.raw.items():
            yield name, Table(value)


def build_model(raw: Mapping[str, object]) -> Model:
    """The model that a merged file describes."""
    top = Table(raw)
    functions = MappingProxyType({code: _function(code, table) for code, table in top.named("functie")})
    criteria = _criteria(top)
    phase_tables = sorted(
        ((int(key), table) for key, table in top.named("fase") if re.fullmatch(words.PHASE_NUMBER, key)),
        key=lambda numbered: numbered[0],
    )
    return Model(
        code=top.text("code"),
        title=top.text("titel"),
        version=top.text("versie"),
        source=top.text("bron"),
        extends=top.text("breidt_uit"),
        themes=(),
        phases=tuple(_phase(number, table) for number, table in phase_tables),
        responsibilities=MappingProxyType(
            {
                responsibility: _responsibility(responsibility, top.table("verantwoordelijkheid").table(word))
                for word, responsibility in words.RESPONSIBILITIES.items()
            }
        ),
        functions=functions,
        local_names=tuple(
            LocalName(name, table.text("functie"), table.text("bron")) for name, table in top.named("lokale_naam")
        ),
        seats=MappingProxyType(
            {
                (number, responsibility): _seat(number, responsibility, table.table("stoel").table(word), functions)
                for number, table in phase_tables
                for word, responsibility in words.RESPONSIBILITIES.items()
            }
        ),
        boundaries=tuple(
            _boundary(lower, upper, direction, table, criteria) for lower, upper, direction, table in _crossings(top)
        ),
        tables=_tables(top),
        protocols=_protocols(top),
        temporary=_temporary(top.table("tijdelijk")),
        hand_over=_hand_over(top.table("overdracht")),
        aftercare=_aftercare(top.table("nazorg")),
        holding_two=top.word("twee_stoelen", words.HOLDING_TWO, HoldingTwo.WARN),
        external_scaling=_external(top.table("externe_opschaling")),
    )


def build_theme(raw: Mapping[str, object]) -> Theme:
    """The theme that a file describes."""
    top = Table(raw)
    criteria = _criteria(top)
    return Theme(
        code=top.text("code"),
        title=top.text("titel"),
        version=top.text("versie"),
        source=top.text("bron"),
        additions=tuple(
            ThemeAddition(lower, upper, direction, _joined(table), _group(table.raw.get("criteria"), criteria))
            for lower, upper, direction, table in _crossings(top)
        ),
        tables=_tables(top),
        protocols=_protocols(top),
    )


def _joined(table: Table) -> Literal["all", "any"]:
    return "any" if table.text("erbij") == "of" else "all"


def _function(code: str, table: Table) -> Function:
    return Function(
        code=code,
        name=table.text("naam"),
        side=table.word("kant", words.SIDES, Side.MUNICIPAL),
        domain=words.DOMAINS.get(table.text("domein")),
        source=table.text("bron"),
    )


def _phase(number: int, table: Table) -> Phase:
    colour = table.table("kleur")
    return Phase(
        number=number,
        name=table.text("naam"),
        resident_name=table.text("naam_inwoner"),
        colour=Colour(
            solid=colour.text("vlak"),
            on=colour.text("op_vlak"),
            tint=colour.text("tint"),
            text=colour.text("tekst"),
            edge=colour.text("rand"),
        ),
        situation=table.text("situatie"),
        own_direction=table.text("eigen_regie"),
        asks_resident=table.texts("vraag_inwoner"),
        may_open=table.flag("openen"),
        review_weeks=table.whole("herzien_weken"),
        source=table.text("bron"),
    )


def _responsibility(responsibility: Responsibility, table: Table) -> ResponsibilityText:
    return ResponsibilityText(
        responsibility, table.text("naam"), table.text("doet"), table.text("doet_niet"), table.text("bron")
    )


def _seat(phase: int, responsibility: Responsibility, table: Table, functions: Mapping[str, Function]) -> SeatRule:
    """Fill in every function, so that nobody after this has to know what a missing cell means."""
    partners = table.word("partners", words.HOLDINGS, Holding.NOT_DECIDED)
    cells = table.table("houders")
    holders = {
        code: partners if function.side is Side.PARTNER else Holding.NO for code, function in functions.items()
    } | {code: cells.word(code, words.HOLDINGS, Holding.NO) for code in cells.raw}
    residents = [holders[code] for code, function in functions.items() if function.side is Side.RESIDENT]
    return SeatRule(
        phase=phase,
        responsibility=responsibility,
        required=table.flag("vereist"),
        holders=MappingProxyType(holders),
        resident_may_hold=residents[0] if residents else Holding.NO,
        fills_from=table.texts("vult_uit"),
        source=table.text("bron"),
    )


def _crossings(top: Table) -> Iterator[tuple[int, int, Direction, Table]]:
    for pair, table in top.named("grens"):
        numbers = re.fullmatch(f"({words.PHASE_NUMBER})-({words.PHASE_NUMBER})", pair)
        for word, direction in words.DIRECTIONS.items():
            if numbers and word in table.raw:
                yield int(numbers[1]), int(numbers[2]), direction, table.table(word)


def _boundary(
    lower: int, upper: int, direction: Direction, table: Table, criteria: Mapping[str, Criterion]
) -> Boundary:
    return Boundary(
        lower=lower,
        upper=upper,
        direction=direction,
        criteria=_group(table.raw.get("criteria"), criteria),
        proposes=table.texts("stelt_voor"),
        hears=table.texts("hoort"),
        decides=table.texts("beslist"),
        decide_within_working_days=table.whole("besluit_werkdagen") or 0,
        follow_up_within_working_days=table.whole("aanvullen_werkdagen") or 0,
        urgent_confirmed_by=table.texts("spoed_bevestigt"),
        urgent_confirm_within_working_days=table.whole("spoed_werkdagen"),
        joint_assessment=table.flag("samen_wegen"),
        receiver_required=table.flag("ontvanger_nodig"),
        external=table.flag("extern"),
        agreement=table.text("afspraak"),
        process_direction_during=table.text("procesregie_tijdens"),
        process_direction_after=table.text("procesregie_daarna"),
        source=table.text("bron"),
    )


def _criteria(top: Table) -> dict[str, Criterion]:
    return {
        code: Criterion(code, table.text("tekst"), table.text("uitleg"), table.text("bron"))
        for code, table in top.named("criterium")
    }


def _group(raw: object, criteria: Mapping[str, Criterion]) -> Group:
    """Unknown codes are left out here and reported by the check of references."""
    table = Table(raw)
    kind: Literal["all", "any"] = "any" if "een_van" in table.raw else "all"
    listed = table.raw.get("een_van" if kind == "any" else "alle")
    parts: list[Criterion | Group] = []
    for item in listed if isinstance(listed, list) else []:
        if isinstance(item, Mapping):
            parts.append(_group(item, criteria))
        elif isinstance(item, str) and item in criteria:
            parts.append(criteria[item])
    return Group(kind, tuple(parts))


def _tables(top: Table) -> tuple[ConsultationTable, ...]:
    return tuple(
        ConsultationTable(
            code=code,
            name=table.text("naam"),
            kind=table.word("soort", words.TABLE_KINDS, TableKind.CASE),
            phases=table.numbers("fasen"),
            source=table.text("bron"),
        )
        for code, table in top.named("tafel")
    )


def _protocols(top: Table) -> tuple[Protocol, ...]:
    return tuple(
        Protocol(code, table.text("naam"), table.numbers("fasen"), table.text("bron"))
        for code, table in top.named("protocol")
    )


def _temporary(table: Table) -> Temporary:
    return Temporary(table.whole("werkdagen") or 0, table.whole("keer") or 0, table.text("bron"))


def _hand_over(table: Table) -> HandOver:
    return HandOver(table.whole("werkdagen") or 0, table.text("bron"))


def _aftercare(table: Table) -> Aftercare:
    """Models of before these keys were known say nothing of it."""
    days = table.whole("werkdagen_vooraf")
    return Aftercare(ASK_WORKING_DAYS_BEFORE if days is None else days, table.text("bron") or "verzonnen")


def _external(table: Table) -> ExternalScaling:
    return ExternalScaling(table.flag("laatste_stap"), table.texts("vraag"), table.text("bron"))
