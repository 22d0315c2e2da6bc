"""Tables that the course team keeps by hand in data/tables."""

from common import Field, Table

COUNTRY_NAMES = Table(
    name="country_names",
    title="Country codes and the names used in the course",
    description="Codes of all tables, with the name that prose and charts print.",
    key=("code",),
    fields=(
        Field("code", "string", "ISO 3166-1 alpha-3, or WLD for the world"),
        Field("name", "string", "Name in prose and on charts"),
        Field("is_one_of_the_five", "boolean", "Whether it is a Central Asian state"),
    ),
)

GLOSSARY = Table(
    name="glossary",
    title="Terms of the course",
    description="Each term in plain words, with the lesson that introduces it.",
    key=("term",),
    fields=(
        Field("term", "string", "The term"),
        Field("meaning", "string", "What it means"),
        Field("lesson", "string", "The lesson that introduces it"),
    ),
)

READINGS = Table(
    name="readings",
    title="The course's readings",
    description="The course's own verdict on each claim that it has weighed, and why.",
    key=("claim_id",),
    fields=(
        Field("claim_id", "string", "The claim"),
        Field("as_of_2020", "string", "Verdict on evidence that existed in 2020"),
        Field("now", "string", "Verdict on the newest evidence"),
        Field("reasons", "string", "Why, in a few sentences"),
    ),
)

TABLES = [COUNTRY_NAMES, GLOSSARY, READINGS]
