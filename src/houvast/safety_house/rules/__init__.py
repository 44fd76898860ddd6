"""What follows from the facts of referrals and files: pure."""
