"""The suffixes of the file types that can be imported."""

PACKAGE_SUFFIXES = (".apkg", ".colpkg")
TABLE_SUFFIXES = (".csv", ".tsv", ".txt")
MARKDOWN_SUFFIXES = (".md", ".markdown")
IMPORT_SUFFIXES = (*PACKAGE_SUFFIXES, *TABLE_SUFFIXES, *MARKDOWN_SUFFIXES)
