"""Pages of scaling: propose, decide, scale urgently and answer that, and fill in what follows."""
