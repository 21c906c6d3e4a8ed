"""The order of the work, and all that touches the world: files, store, processes."""
