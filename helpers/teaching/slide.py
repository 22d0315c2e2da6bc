"""One slide, and the slides of what a class answers: quizzes, votes, readings."""

import dataclasses
import html

from helpers import claims
from helpers.practice.tasks import questions
from helpers.teaching import text

RIGHT = ' class="fragment custom right"'
READINGS_MOST = 780  # characters of claims and reasons


@dataclasses.dataclass
class Slide:
    """One slide: a title, HTML below it, and what the speaker has to say."""

    title: str
    body: str
    kicker: str = ""
    level: int = 2
    code: str = ""
    notes: list = dataclasses.field(default_factory=list)

    def html(self):
        """The slide as a section of reveal.js."""
        kicker = f'<p class="kicker">{self.kicker}</p>' if self.kicker else ""
        return (
            f'<section><div class="page">{kicker}'
            f"<h{self.level}>{self.title}</h{self.level}>"
            f'<div class="body">{self.body}</div>{self._folded_code()}</div>'
            f'<aside class="notes">{"".join(self.notes)}</aside></section>'
        )

    def _folded_code(self):
        if not self.code:
            return ""
        return f"<details><summary>Code</summary>{code(self.code)}</details>"


def code(source):
    """Code as HTML."""
    return f'<pre class="code"><code>{html.escape(source)}</code></pre>'


def _quiz(asked):
    """A quiz, whose right answers are marked one step after the other."""
    said, notes = [], []
    for place, question in enumerate(questions(asked[0]), start=1):
        options = "".join(
            f"<li{RIGHT if option == question.right else ''}>{html.escape(option)}</li>"
            for option in question.feedback
        )
        said.append(f"<p>{place}. {html.escape(question.text)}</p><ul>{options}</ul>")
        feedback = html.escape(question.feedback[question.right])
        notes.append(f"<p>{place}. {html.escape(question.right)}: {feedback}</p>")
    title = "Warm-up: from memory" if asked[0].endswith("start") else "Before you go"
    return [Slide(title, f'<div class="quiz">{"".join(said)}</div>', notes=notes)]


def _vote(asked):
    """Claims to vote on, on both clocks."""
    rows = "".join(
        f'<tr><th scope="row">{name}</th>'
        f"<td>{html.escape(claims.claim(name).statement)}</td></tr>"
        for name in asked
    )
    options = dict.fromkeys(word for name in asked for word in claims.options(name))
    body = (
        f"<table><tbody>{rows}</tbody></table>"
        "<p>Vote twice: <b>as of 2020</b>, and <b>now</b>.</p>"
        f'<p class="options">{"".join(f"<span>{word}</span> " for word in options)}</p>'
        "<p>Then one reason each: which figure, and who counted?</p>"
    )
    notes = ["<p>Let everybody vote before you go on. The next slides answer.</p>"]
    return [Slide("Your verdict", body, notes=notes)]


def _reading(asked):
    """The course's readings, one step a claim; the notes hold all reasons."""
    made, length = [], READINGS_MOST
    for one in claims.reading(*asked):
        statement = html.escape(claims.claim(one.claim_id).statement)
        reason = html.escape(text.sentences(one.reasons)[0])
        length += len(statement) + len(reason)
        if length > READINGS_MOST:
            made.append(Slide("The course's reading, one among others", ""))
            length = len(statement) + len(reason)
        made[-1].body += (
            f"<p><b>{one.claim_id}</b> {statement}</p>"
            f'<div class="fragment verdict"><p>As of 2020: <b>{one.as_of_2020}</b>. '
            f"Now: <b>{one.now}</b>.</p><p>{reason}</p></div>"
        )
        made[-1].notes.append(f"<p>{html.escape(str(one))}</p>")
    return made


FORMS = {"practice.quiz": _quiz, "practice.verdict": _vote, "claims.reading": _reading}
