"""Simulated learners, and what they know under several ways to schedule (`make learners`)."""
