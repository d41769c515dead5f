"""The endings of the files that can be taken in; each is a form."""

PACKAGE_SUFFIXES = (".apkg", ".colpkg")
TABLE_SUFFIXES = (".csv", ".tsv", ".txt")
MARKDOWN_SUFFIXES = (".md", ".markdown")
IMPORT_SUFFIXES = (*PACKAGE_SUFFIXES, *TABLE_SUFFIXES, *MARKDOWN_SUFFIXES)
