"""The words in which verdicts, clocks and indicators are written."""

SUPPORTED, PARTLY, CONTRADICTED = "supported", "partly", "contradicted"
CANNOT_TELL = "cannot tell"
DEPENDS = "partly: depends on the basis"
VERDICTS = (SUPPORTED, PARTLY, CONTRADICTED, CANNOT_TELL)
NOT_YET = "not yet resolvable"
HAPPENED, DID_NOT = "happened", "did not happen"
# A folded cell shows the first line of its output.
NEUTRAL = "The course's reading follows. Yours may differ, with reasons."
CLOCKS = {"as_of_2020": "as of 2020", "now": "now"}
FOR, AGAINST, CONTEXT = "for", "against", "context"
