"""What differs between languages and nothing else."""
