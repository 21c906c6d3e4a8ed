"""What semeja is measured at: quality and speed."""
