"""The file types that can be imported, by their suffixes."""

PACKAGE_SUFFIXES = (".apkg", ".colpkg")
TABLE_SUFFIXES = (".csv", ".tsv", ".txt")
MARKDOWN_SUFFIXES = (".md", ".markdown")
IMPORT_SUFFIXES = (*PACKAGE_SUFFIXES, *TABLE_SUFFIXES, *MARKDOWN_SUFFIXES)
