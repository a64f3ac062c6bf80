"""Who may do what at the workbench, and what is kept from coming in.

A request passes, from the outside in: `gate` (host, origin, size, who it is), `csrf` (a form or script of our own sent
it), `roles` (this user may do this). Only then a page or the API sees it.
"""
