"""The tables of reporting codes."""

from houvast.reporting_code.models.codes import ReportingCode, ReportingCodeStep

__all__ = ["ReportingCode", "ReportingCodeStep"]
