"""Which packages and modules may import each library."""

ALLOWED_IMPORTERS = {
    "PySide6": ("ui", "desktop", "desktop_startup"),
    "sqlite3": ("store", "anki", "diagnostics.versions"),
    "yaml": ("deckfiles",),
    "genanki": ("anki",),
    "zipfile": ("anki",),
    "urllib.request": ("anki",),
    "http": ("anki",),
    "socket": ("anki", "display_check"),
    "fsrs_rs_python": (
        "core.study.scheduler",
        "core.optimization.parameter_fitting",
        "core.optimization.other_parameters",
    ),
    "pygments": ("core.rendering.code_highlighting",),
    "markdown_it": (
        "core.rendering.markdown_rendering",
        "core.rendering.text_layout.edge_spaces",
        "core.text.markdown_blocks",
        "core.text.embedded_files",
    ),
    "nh3": ("core.rendering.markdown_rendering", "core.rendering.html_sanitizing"),
    "miniaudio": ("ui.sound.sound_decoding", "ui.sound.sound_device"),
    "ziafont": ("core.rendering.formulas.layout_nodes",),
    "ziamath": ("core.rendering.formulas.layout_nodes",),
    "rapidfuzz": ("core.text.near_duplicates",),
    "opencc": ("core.text.simplified_chinese",),
    "platformdirs": ("paths",),
    "argparse": (
        "cli.arguments",
        "cli.command_options.language_options",
        "cli.command_options.plan_options",
        "cli.command_options.progress_options",
        "cli.command_options.simulation_options",
        "cli.command_options.transfer_options",
        "cli.tables.table_options",
    ),
    "anki": (),
}
"""The packages or modules that may import each library. Anki itself is used in tests only."""
