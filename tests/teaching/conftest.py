"""Fixtures of the browser tests, for what instructors use."""

from tests.browser.conftest import chromium, page

__all__ = ["chromium", "page"]
