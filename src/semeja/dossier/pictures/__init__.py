"""Pictures of a dossier as SVG, one module each: pure functions on its records, every word of an article escaped."""
