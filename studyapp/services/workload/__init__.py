"""The work of today and of the coming days: minutes a day, and simulations."""
