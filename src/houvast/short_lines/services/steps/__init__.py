"""What verbs of short lines share."""
