"""The search language: parsing, printing and completion of queries, and the text that queries are compared with."""
