"""What an agenda proposes, whom it invites, and what a text or a resolution lacks: pure functions and frozen data."""
