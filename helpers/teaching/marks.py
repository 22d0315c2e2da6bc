"""What leaves nbgrader: marks as a table, and feedback that fetches nothing."""

import csv
import re
from pathlib import Path

from nbconvert.exporters import HTMLExporter
from nbgrader.api import MissingEntry
from nbgrader.plugins import ExportPlugin

COLUMNS = [
    *["assignment", "student_id", "checks", "written", "score", "max_score", "state"]
]
NOTHING, FAILED = "nothing handed in", "not graded: see what autograde said"
OPEN, COMPLETE = "a written answer waits for you", "complete"
FROM_OUTSIDE = re.compile(r'<script[^>]* src="https?:[^>]*>\s*</script>')


class Marks(ExportPlugin):
    """One row a learner and lesson, in UTF-8; says which marks are not complete."""

    def export(self, gradebook):
        """Write the file that ``--to`` names, else ``grades.csv``."""
        target = Path(self.to or "grades.csv")
        self.log.info("Exporting grades to %s", target)
        with target.open("w", encoding="utf-8", newline="") as file:
            table = csv.writer(file)
            table.writerow(COLUMNS)
            for assignment in gradebook.assignments:
                if self.assignment and assignment.name not in self.assignment:
                    continue
                for student in gradebook.students:
                    if not self.student or student.id in map(str, self.student):
                        table.writerow(_row(gradebook, assignment, student))


class Feedback(HTMLExporter):
    """nbgrader's page for the learner, without what it would fetch from the network."""

    def from_notebook_node(self, *arguments, **options):
        """The page, and nbconvert's resources."""
        page, resources = super().from_notebook_node(*arguments, **options)
        return FROM_OUTSIDE.sub("", page), resources


def _row(gradebook, assignment, student):
    try:
        submission = gradebook.find_submission(assignment.name, student.id)
    except MissingEntry:
        return [assignment.name, student.id, 0, 0, 0, assignment.max_score, NOTHING]
    grades = [grade for page in submission.notebooks for grade in page.grades]
    checks = [grade for grade in grades if grade.cell_type == "code"]
    points = sum(grade.score for grade in checks)
    state = COMPLETE
    if any(grade.auto_score is None for grade in checks):
        state = FAILED
    elif any(grade.needs_manual_grade for grade in grades):
        state = OPEN
    scores = [points, submission.score - points, submission.score]
    return [assignment.name, student.id, *scores, assignment.max_score, state]
