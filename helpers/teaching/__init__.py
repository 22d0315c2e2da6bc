"""What instructors make of the lessons: slides, handouts, assignments, the site.

One module each; imported only by the commands, as they need more to be installed.
"""
