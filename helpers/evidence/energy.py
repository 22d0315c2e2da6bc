"""The evidence on energy and corridors: claims E2, E14 and E16."""

CLAIMS = {}
