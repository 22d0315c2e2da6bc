"""For The Littlest JupyterHub: link this to /opt/tljh/config/jupyterhub_config.d/."""

c = get_config()  # noqa: F821
load_subconfig("/srv/course/docs/class_server/course_settings.py")  # noqa: F821

# systemd keeps the limits that tljh-config sets, for all that a learner runs.
c.SystemdSpawner.unit_extra_properties = {
    "UMask": "0077",  # what a learner writes, no other learner can read
    "TasksMax": "500",
}
c.SystemdSpawner.isolate_tmp = True  # each learner has a /tmp that no other sees
c.Spawner.environment["JUPYTER_RUNTIME_DIR"] = "/tmp/kernels"
