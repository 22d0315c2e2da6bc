"""The evidence on investment and loans: claims E5 and E11."""

CLAIMS = {}
