"""Each part of the reading, measured on data that others annotated, beside what a user would otherwise pick."""
