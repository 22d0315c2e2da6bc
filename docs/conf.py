"""Settings of the site: `python3 course.py site` prepares its sources and uses them."""

project = "A policy paper, weighed"
author = "The course's contributors"
copyright = "the course's contributors. Text: CC BY 4.0. Code: BSD 3-Clause"
language = "en"

extensions = ["myst_nb"]
nb_execution_mode = "off"  # the pages show the outputs that are stored
myst_enable_extensions = ["attrs_inline", "attrs_block", "colon_fence", "deflist"]
myst_heading_anchors = 4
myst_title_to_header = True
nitpicky = True
suppress_warnings = ["myst.header"]  # lessons go from a title to small headings

html_theme = "furo"
html_title = project
html_favicon = "_static/favicon.svg"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_js_files = ["site.js"]
html_copy_source = False
html_show_sourcelink = False
html_use_index = False
html_scaled_image_link = False
pygments_style = "a11y-high-contrast-light"
pygments_dark_style = "a11y-high-contrast-dark"


def setup(app):
    """Let each page load what it needs, and no more."""
    app.connect("html-page-context", _page, priority=900)  # after the theme
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _page(app, name, template, context, doctree):
    tree = context["furo_navigation_tree"]  # whose headings lack their level
    level = 'role="heading" aria-level="2"'
    context["furo_navigation_tree"] = tree.replace('role="heading"', level)
    body = context.get("body", "")
    # What a folded result says of itself stands in its summary: let it be heard.
    context["body"] = body.replace(' aria-label="Toggle hidden content"', "")
    if 'class="atlas-spec"' in body:
        app.add_css_file("atlas.css")
        app.add_js_file("atlas.js", loading_method="defer")
