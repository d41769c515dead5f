"""The parameters of FSRS in the window: when they were fitted, fitting them, and rescheduling cards by them."""
