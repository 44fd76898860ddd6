"""The own page of a resident or somebody beside them: coming in, reading, going out. Made for them alone."""
