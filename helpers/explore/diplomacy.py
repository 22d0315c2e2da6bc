"""The explorers of the public-diplomacy section."""
