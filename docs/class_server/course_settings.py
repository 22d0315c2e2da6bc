"""What holds for every learner of a class server, whatever starts their servers.

Loaded by ``jupyterhub_config.py`` beside it and by The Littlest JupyterHub.
"""

from pathlib import Path
from urllib.parse import urlencode

c = get_config()  # noqa: F821

COURSE = Path(__file__).resolve().parents[2]  # one clone for all, /srv/course
FIRST = "lab/tree/course/notebooks/0_start/00_start_here.ipynb"
PULL = {
    "repo": COURSE.as_uri(),
    "branch": "lessons",
    "targetPath": "course",
    "urlpath": FIRST,
}

# Whoever logs in gets a copy of the lessons, or what is new in them.
c.Spawner.default_url = f"/git-pull?{urlencode(PULL)}"
c.Spawner.environment = {
    "COURSE_WORK": "~/my_work",  # the learner's own home, closed to others
    "OMP_NUM_THREADS": "1",  # many learners share the processors
    "OPENBLAS_NUM_THREADS": "1",
}
c.Spawner.args = [
    # Kernels talk through files that only their learner may open. Through ports, others
    # could listen, and when many kernels start at once, two may want the same port.
    "--KernelManager.transport=ipc",
    "--LanguageServerManager.autodetect=False",  # a search for what nobody uses
    # A kernel that nobody used for an hour ends, then a server without a kernel does.
    "--MappingKernelManager.cull_idle_timeout=3600",
    "--MappingKernelManager.cull_connected=True",
    "--ServerApp.shutdown_no_activity_timeout=3600",
]
# A whole class comes at the same minute: the last servers start late, but they start.
c.Spawner.start_timeout = 300
c.Spawner.http_timeout = 180
