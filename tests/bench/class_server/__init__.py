"""A class on a real JupyterHub: ``python -m tests.bench.class_server 20``."""
