"""Referrals to a safety house on the screen: the municipality's side, the house's side, and its criteria."""
