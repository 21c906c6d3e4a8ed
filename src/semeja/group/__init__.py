"""Many articles in, duplicates and stories out."""
