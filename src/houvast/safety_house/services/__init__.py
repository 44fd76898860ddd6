"""The verbs of referrals and files."""
