"""A page becomes a PDF, printed by a browser that is installed."""

import shutil
import subprocess
from pathlib import Path

BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "msedge",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
NO_PDF = (
    "No PDF: no browser was found that can print one. Open {} in any browser "
    "and choose Print, then Save as PDF."
)


def print_pdf(page, pdf):
    """Print a page of HTML to a PDF.

    Parameters
    ----------
    page, pdf : Path

    Returns
    -------
    str
        A sentence on what came of it. Without a PDF it says how to get one by hand.
    """
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    by_hand = NO_PDF.format(page.name)
    if browser is None:
        return by_hand
    options = ["--headless", "--disable-gpu", "--no-sandbox", "--no-first-run"]
    options += ["--disable-background-networking", "--no-pdf-header-footer"]
    command = [
        browser,
        *options,
        f"--print-to-pdf={pdf.resolve()}",
        page.resolve().as_uri(),
    ]
    try:
        pdf.unlink(missing_ok=True)  # an earlier one is not taken for this one
        subprocess.run(command, check=True, capture_output=True, timeout=60)
        pdf.stat()  # some browsers may not write there, and do not say so
    except (OSError, subprocess.SubprocessError) as error:
        return f"No PDF: {Path(browser).name} did not print it ({error}). {by_hand}"
    return f"Written: {pdf.name}, printed by {Path(browser).name}."
