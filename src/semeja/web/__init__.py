"""The reader in the browser: pages over a built project. It shows what the rest computes and computes nothing."""
