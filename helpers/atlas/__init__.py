"""The map widget that the whole course uses.

``drawing`` turns layers into plain data, ``widget`` carries them to the browser, and
``atlas.js`` and ``atlas.css`` draw them there. One module a topic builds its maps.
"""

from helpers.atlas.culture import (
    institutes,
)
from helpers.atlas.energy import (
    pipelines,
)
from helpers.atlas.footprints import (
    sites,
)
from helpers.atlas.investment import (
    projects,
)
from helpers.atlas.partners import (
    trade_partners,
)
from helpers.atlas.widget import (
    Atlas,
)

__all__ = [
    "Atlas",
    "institutes",
    "pipelines",
    "projects",
    "sites",
    "trade_partners",
]
