"""What the database itself keeps of requests, as part of `database.py`."""

from houvast.kernel.database_rules import Rule, WrittenRule, append_only, numbered, same_as_parent

REQUEST_HISTORIES: tuple[str, ...] = (
    "accountability_requestterm",
    "accountability_rightsrequest",
    "accountability_requesthandler",
    "accountability_gatheredcase",
    "accountability_requestturn",
    "accountability_requestitem",
    "accountability_itemchoice",
    "accountability_requesteffect",
)
_REQUEST = "accountability_rightsrequest"
_HANDLER = "accountability_requesthandler"
_IS_HANDLER = (
    f"NEW.by_id IS NOT DISTINCT FROM (SELECT h.member_id FROM {_HANDLER} h WHERE h.request_id = NEW.request_id "
    "ORDER BY h.number DESC LIMIT 1)"
)
_PROVED = (
    "(NEW.step IN ('identified', 'put_before') AND EXISTS (SELECT 1 FROM "
    f"{_REQUEST} r WHERE r.id = NEW.request_id AND r.signed_in = 'digid' AND r.asked_by = 'resident'))"
)
"""What the sign-in of who asked made sure; nobody took that step."""
_CHILDREN = (
    "accountability_gatheredcase",
    "accountability_requestturn",
    "accountability_requestitem",
    "accountability_itemchoice",
    "accountability_requesteffect",
)


def _has(step: str) -> str:
    return (
        f"EXISTS (SELECT 1 FROM accountability_requestturn t WHERE t.request_id = NEW.request_id AND t.step = '{step}')"
    )


def _of_house(step: str) -> str:
    return (
        "EXISTS (SELECT 1 FROM accountability_requestturn t WHERE t.request_id = NEW.request_id "
        f"AND t.step = '{step}' AND t.house_id = NEW.house_id)"
    )


REQUESTS: tuple[WrittenRule, ...] = (
    *(rule for table in REQUEST_HISTORIES for rule in append_only(table)),
    *(same_as_parent(table, "municipality_id", _REQUEST, "request_id") for table in (_HANDLER, *_CHILDREN)),
    *(
        Rule(f"{table}_not_answered", table, "INSERT", _has("answered"), f"{table}: the request was answered")
        for table in _CHILDREN
    ),
    numbered("accountability_requestterm", "municipality_id"),
    numbered(_REQUEST, "municipality_id"),
    numbered(_HANDLER, "request_id"),
    numbered("accountability_requestturn", "request_id"),
    numbered("accountability_requestitem", "request_id"),
    numbered("accountability_itemchoice", "item_id"),
    numbered("accountability_requesteffect", "request_id"),
    Rule(
        f"{_HANDLER}_not_recorder",
        _HANDLER,
        "INSERT",
        f"NEW.member_id IS NOT DISTINCT FROM (SELECT r.recorded_by_id FROM {_REQUEST} r WHERE r.id = NEW.request_id)",
        f"{_HANDLER}: who recorded a request never handles it",
    ),
    Rule(
        "accountability_requestturn_handler",
        "accountability_requestturn",
        "INSERT",
        f"NEW.by_id IS NOT NULL AND NEW.step NOT IN ('house_gathered', 'house_gave') AND NOT ({_IS_HANDLER})",
        "accountability_requestturn: taken by who handles the request",
    ),
    Rule(
        "accountability_requestturn_proved",
        "accountability_requestturn",
        "INSERT",
        f"NEW.by_id IS NULL AND NOT {_PROVED}",
        "accountability_requestturn: taken by nobody only when the sign-in of who asked made it sure",
    ),
    Rule(
        f"{_REQUEST}_by_participant",
        _REQUEST,
        "INSERT",
        "NEW.participant_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM participation_participant p "
        "WHERE p.id = NEW.participant_id AND p.municipality_id = NEW.municipality_id "
        "AND p.resident_id = NEW.resident_id AND p.kind <> 'network')",
        f"{_REQUEST}: asked by who takes part as that resident, or represents them",
    ),
    Rule(
        "accountability_itemchoice_handler",
        "accountability_itemchoice",
        "INSERT",
        "(SELECT i.house_id FROM accountability_requestitem i WHERE i.id = NEW.item_id) IS NULL "
        f"AND NOT ({_IS_HANDLER})",
        "accountability_itemchoice: chosen by who handles the request",
    ),
    Rule(
        "accountability_gatheredcase_identified",
        "accountability_gatheredcase",
        "INSERT",
        f"NOT {_has('identified')}",
        "accountability_gatheredcase: after it is sure who asks",
    ),
    Rule(
        "accountability_requesteffect_said",
        "accountability_requesteffect",
        "INSERT",
        f"NOT {_has('identified')} OR (NEW.subject_id IS NULL AND length(NEW.words_sealed) = 0)",
        "accountability_requesteffect: after it is sure who asks; it names a row or says it in words",
    ),
    Rule(
        "accountability_requestitem_identified",
        "accountability_requestitem",
        "INSERT",
        f"NOT {_has('identified')} OR (NEW.house_id IS NULL AND {_has('gathered')}) OR "
        f"(NEW.house_id IS NOT NULL AND (NOT {_of_house('put_before')} OR {_of_house('house_gathered')}))",
        "accountability_requestitem: gathered once, after it is sure who asks; by a house that was asked",
    ),
    Rule(
        "accountability_itemchoice_own_item",
        "accountability_itemchoice",
        "INSERT",
        "NEW.request_id IS DISTINCT FROM "
        "(SELECT i.request_id FROM accountability_requestitem i WHERE i.id = NEW.item_id)",
        "accountability_itemchoice: an item of its own request",
    ),
    Rule(
        "accountability_requestturn_looked_at",
        "accountability_requestturn",
        "INSERT",
        f"NEW.step = 'answered' AND NEW.outcome <> 'refused' AND (NOT {_has('identified')} OR EXISTS "
        "(SELECT 1 FROM accountability_requestitem i WHERE i.request_id = NEW.request_id AND i.house_id IS NULL "
        "AND NOT EXISTS "
        "(SELECT 1 FROM accountability_itemchoice c WHERE c.item_id = i.id)))",
        "accountability_requestturn: answered when every item was looked at",
    ),
)
