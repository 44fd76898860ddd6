"""What proves the log, in pure functions: hashes of entries, the tree over all chains, checkpoints."""
