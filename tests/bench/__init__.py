"""Measure what learners wait for: ``python -m tests.bench``. Not part of the tests."""
