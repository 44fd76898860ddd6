"""`make bench`: what pages cost beside the floor, as ratios within one run, at 1,000 and 100,000 cases."""
