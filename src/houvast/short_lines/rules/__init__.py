"""Pure rules of short lines."""
