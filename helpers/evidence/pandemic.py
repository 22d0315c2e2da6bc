"""The evidence on the shock of 2020: claims E6, E7, E8 and E15."""

CLAIMS = {}
