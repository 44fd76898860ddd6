"""What keeps an installation right: migrations, the rules that the database keeps, and its health (ADR 0009)."""
