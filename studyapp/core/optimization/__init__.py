"""Fitting the parameters of FSRS to the learner's reviews."""
