"""Benchmarks, most compared with a reference in the same run (`make bench`). A test runs each with few notes."""
