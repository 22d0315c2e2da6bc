"""Helpers of the course, one straight line: each imports only from those before it.

tables       load a table or map layer by name, describe its columns, cite its source
economy      measures, one module a topic: a DataFrame in, a DataFrame out
security     the same, for borders, sites, arms, threats, organisations and votes
diplomacy    the same, for institutes, students, opinion, Xinjiang and positions
outlook      the same, for forecasts and their scores
claims       the ledger, the evidence row, the verdict rule, the course's readings
evidence     one function a claim, by topic, which turns measures into evidence rows
journal      the learner's entries on disk, safely
style        colours, type and the Picture that every figure becomes
charts maps  static figures by topic, and maps: a measure in, a Picture out
explore      controls around measures and figures
atlas        the map that readers filter, zoom and play in the browser
practice     exercise checks, hints, quizzes and forms for verdicts
report       the scorecard, the memo, the page of a class, the glossary
build        the committed state of notebooks and exercises
teaching     for instructors: slides, handouts, graded assignments, the site
"""
