"""The *meldcode* on the screen: those of a case with their steps, beginning one, and recording a step."""
