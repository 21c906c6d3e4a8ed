"""Two verbs, `each` and `group`, over one or many processes."""
