"""The verbs of short lines."""
