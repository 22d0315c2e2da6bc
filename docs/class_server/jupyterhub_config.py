"""JupyterHub for a small class on one Linux machine; run as root from /srv/hub.

Learners are users of the machine, in its group ``learners``. How to set it up, and
what it can and cannot do: docs/class_server.md.
"""

import os
import resource
import sys
from pathlib import Path

from jupyterhub.spawner import LocalProcessSpawner
from traitlets import Dict, Integer

c = get_config()  # noqa: F821
load_subconfig(str(Path(__file__).with_name("course_settings.py")))  # noqa: F821
GB = 2**30


class LimitedSpawner(LocalProcessSpawner):
    """Starts servers as processes of their users, with limits that Linux keeps.

    The limits hold for each process: a learner with three kernels has three times as
    much. A limit for all that a learner runs needs systemd or Kubernetes.
    """

    limits = Dict(help="Limits by their names in the module resource.", config=True)
    first_port = Integer(20_000, help="The port of the first server.", config=True)

    async def start(self):
        # A random free port could be taken by another program before it is used.
        self.port = self.first_port + self.user.id
        return await super().start()

    def get_env(self):
        env = super().get_env()  # the path of a kernel's file may have 107 characters
        return env | {"JUPYTER_RUNTIME_DIR": f"{env['HOME']}/.kernels"}

    def make_preexec_fn(self, name):
        become_user = super().make_preexec_fn(name)

        def prepare():
            os.umask(0o077)  # what a learner writes, no other learner can read
            os.nice(5)  # the hub answers first
            for limit, most in self.limits.items():
                resource.setrlimit(getattr(resource, limit), (most, most))
            become_user()

        return prepare


c.JupyterHub.spawner_class = LimitedSpawner
c.LimitedSpawner.limits = {
    "RLIMIT_DATA": 2 * GB,  # memory: beyond it a cell ends in a MemoryError
    "RLIMIT_CPU": 3600,  # seconds of work: a kernel in an endless loop is ended
    "RLIMIT_FSIZE": GB,  # the largest file that can be written
    "RLIMIT_NPROC": 500,  # processes and threads of one learner
}
c.Spawner.cmd = [str(Path(sys.executable).with_name("jupyterhub-singleuser"))]

c.JupyterHub.authenticator_class = "pam"  # name and password of the machine's users
c.PAMAuthenticator.allowed_groups = {"learners"}
c.PAMAuthenticator.open_sessions = False

# Learners' browsers need HTTPS: put a web server with a certificate before this
# address, or name a certificate here (ssl_key, ssl_cert) and listen on https://:443.
c.JupyterHub.bind_url = "http://127.0.0.1:8000"
