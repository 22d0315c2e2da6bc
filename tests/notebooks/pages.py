"""Small notebooks, good and bad, on which the checks themselves are tested."""

from nbformat import v4

from tests.notebooks.reading import ROOT, Page

TRADE = ROOT / "notebooks" / "1_economy" / "10_trade.ipynb"
BOX = "> 90 minutes. You will be able to read. Claims: E1. Before: nothing."


def page(*cells, path=TRADE, box=True):
    """A page below a title and a box."""
    top = [text("# Title"), text(BOX)] if box else []
    cells = [*top, *cells]
    for count, cell in enumerate((c for c in cells if c.cell_type == "code"), start=1):
        cell.execution_count = count
    return Page(path, cells)


def text(source, tags=("core",)):
    """A cell of Markdown."""
    return v4.new_markdown_cell(source, metadata={"tags": list(tags)})


def code(source, *, shows="", html="", data=None, hidden=False, tags=("core",)):
    """A cell of code and what it shows: texts, or ``data`` by kind."""
    said = {"text/plain": shows, "text/html": html} | (data or {})
    said = {kind: content for kind, content in said.items() if content}
    outputs = [v4.new_output("execute_result", said, execution_count=1)] if said else []
    metadata = {"tags": list(tags)} | (
        {"jupyter": {"outputs_hidden": True}} if hidden else {}
    )
    return v4.new_code_cell(source, outputs=outputs, metadata=metadata)
