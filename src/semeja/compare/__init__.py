"""One story in, its findings out, each with evidence."""
