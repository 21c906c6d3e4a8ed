"""The dossier in the forms that other programs open."""
