"""The evidence on debt: claims E9 and E10."""

CLAIMS = {}
