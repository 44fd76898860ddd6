"""The Dutch words for the values of samples of the log, as part of `value_terms.py`."""

from collections.abc import Mapping
from types import MappingProxyType

_STRATA: Mapping[str, str] = MappingProxyType(
    {
        "GLASS": "met noodtoegang",
        "TRIED": "geprobeerd en niet gelukt",
        "NO_OWN_ROLE": "zonder eigen rol in de casus",
        "MANY": "veel casussen op één dag",
        "OTHER": "alle andere",
    }
)
SAMPLES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "SampledOpening.Stratum": _STRATA,
        "Stratum": _STRATA,
        "SampleFinding.Outcome": {
            "FITS": "past bij het werk",
            "ASK": "vraag het na",
            "DOES_NOT_FIT": "past niet",
        },
    }
)
