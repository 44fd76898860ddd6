"""Tables and meetings on the screen: the agenda, one screen to run a meeting from, and the minutes."""
