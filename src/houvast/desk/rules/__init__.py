"""What Mijn werk and the timeline say, from plain facts: pure functions."""
