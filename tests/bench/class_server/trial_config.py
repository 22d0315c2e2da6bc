"""The course's own JupyterHub configuration, with scripted learners for real ones.

They are no users of this machine. Run by root, each is a user by number, with files of
their own; otherwise all are the user who runs the trial.
"""

import json
import os
from pathlib import Path

from jupyterhub.spawner import SimpleLocalProcessSpawner
from traitlets import Dict

c = get_config()  # noqa: F821
TRIAL = json.loads(os.environ["CLASS_TRIAL"])
course = Path(TRIAL["course"])
load_subconfig(str(course / "docs/class_server/jupyterhub_config.py"))  # noqa: F821


class NumberedSpawner(SimpleLocalProcessSpawner):
    """Starts servers for learners whom the machine does not know."""

    numbers = Dict(help="The user number of each learner, or nothing.", config=True)

    def make_preexec_fn(self, name):
        number = self.numbers.get(name)

        def become_user():
            os.chdir(self.home_dir)
            if number:
                os.setgroups([])
                os.setgid(number)
                os.setuid(number)

        return become_user


class TrialSpawner(c.JupyterHub.spawner_class, NumberedSpawner):
    """The course's limits, for scripted learners."""


c.JupyterHub.spawner_class = TrialSpawner
c.NumberedSpawner.numbers = TRIAL["numbers"]
c.SimpleLocalProcessSpawner.home_dir_template = TRIAL["homes"] + "/{username}"
c.Spawner.environment |= {"PYTHONPATH": str(course), "PYTHONDONTWRITEBYTECODE": "1"}
if not TRIAL["numbers"]:  # this user runs more than the trial
    del c.LimitedSpawner.limits["RLIMIT_NPROC"]
    c.Spawner.args.append("--allow-root")

c.JupyterHub.authenticator_class = "dummy"
c.Authenticator.allow_all = True
c.DummyAuthenticator.password = TRIAL["password"]

c.LimitedSpawner.first_port = TRIAL["first_port"]
hub, proxy, public = TRIAL["ports"]
c.JupyterHub.bind_url = f"http://127.0.0.1:{public}"
c.JupyterHub.hub_bind_url = f"http://127.0.0.1:{hub}"
c.ConfigurableHTTPProxy.api_url = f"http://127.0.0.1:{proxy}"
c.ConfigurableHTTPProxy.command = TRIAL["proxy"]
