"""The evidence on who matters most: claims E12, E13 and E17."""

CLAIMS = {}
