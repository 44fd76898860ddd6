"""Clients to the outside: what Houvast sends away, and by what. No models, and nothing that says who or why.

Words: a *code sender* brings a short code to a telephone number.

Invariants: what is sent holds no word about a person or a case; outside a practice region nothing shows a code that was
sent, and without a configured sender there is none.
"""
