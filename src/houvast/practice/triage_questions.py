"""Questions that reporting points ask. *Verzonnen*: the inventory of 2023 has instructions, but not which."""

SAFETY = "Is er nu gevaar voor deze persoon of voor een ander?"
CHILDREN = "Zijn er kinderen in huis?"
CONTACT = "Heeft deze persoon vandaag iemand gesproken?"
HELPERS = "Welke hulp of organisatie is er al?"
REPORTER = "Wil de melder horen wat er gebeurt?"
SINCE = "Hoe lang speelt dit al?"
WANTS = "Wat wil deze persoon zelf?"
NEIGHBOURS = "Wat merken de buren ervan?"
MONEY = "Zijn er schulden, of dreigt afsluiten of ontruimen?"
PLACE = "Waar is het precies, en is daar nu iemand?"
KNOWN = "Kent het team deze persoon of dit huishouden al?"
ANIMALS = "Zijn er dieren in huis, en worden die verzorgd?"

POLICE_LIST = (SAFETY, CHILDREN, KNOWN, HELPERS)
WORRYING_BEHAVIOUR = (SAFETY, CHILDREN, CONTACT, SINCE, REPORTER)
CARE_AND_SAFETY = (SAFETY, CHILDREN, CONTACT, HELPERS, REPORTER)
BROAD = (SAFETY, WANTS, MONEY, HELPERS)
NUISANCE = (SAFETY, NEIGHBOURS, SINCE, KNOWN, REPORTER)
FRONT_DESK = (SAFETY, WANTS, REPORTER)
OUTSIDE = (PLACE, SAFETY, ANIMALS)
OWN_TEAM = (KNOWN, WANTS, CHILDREN, HELPERS, MONEY, SINCE)
