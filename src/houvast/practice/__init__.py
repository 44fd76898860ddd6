"""The practice region: invented people in real municipalities, who work with Houvast as anybody would.

`fill` fills an empty database by calling the services of the rooms as the people themselves, in the order of time. So
the histories, who may see what and the audit log are what they would be after half a year of work, and nothing is
written that a service would refuse.

What the tables here state about the Groningen reporting points comes from the inventory of 2023 and says so. All other
facts, and every person, are *verzonnen*.
"""
