"""The endings of the files that can be taken in; each is a form."""

PACKAGES = (".apkg", ".colpkg")
TABLES = (".csv", ".tsv", ".txt")
PAGES = (".md", ".markdown")
IMPORTABLE = (*PACKAGES, *TABLES, *PAGES)
