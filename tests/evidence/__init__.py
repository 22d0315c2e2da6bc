"""One file a topic, for what is special about its evidence."""
