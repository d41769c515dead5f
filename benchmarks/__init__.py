"""Benchmarks, some compared with a reference in the same run (`make bench`). They are not part of the tests."""
