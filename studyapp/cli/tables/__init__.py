"""The options of `studyapp import` for tables, and the preview of a table."""
