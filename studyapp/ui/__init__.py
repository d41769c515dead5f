"""Windows, pages and widgets. They display values and emit signals for what the user does. Apart from `desktop.py`
and `display_check.py`, only this package imports Qt."""
