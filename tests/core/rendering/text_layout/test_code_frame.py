"""The frame around code."""

from studyapp.core.rendering.text_layout.code_frame import frame_code_blocks

FRAMED = '<table class="code" width="100%"><tr><td><pre>{}</pre></td></tr></table>'.format


def test_each_block_of_code_gets_a_frame() -> None:
    assert frame_code_blocks("<p>a</p><pre>b</pre><ul><li><pre>c</pre></li></ul>") == (
        f"<p>a</p>{FRAMED('b')}<ul><li>{FRAMED('c')}</li></ul>"
    )
    assert frame_code_blocks("<p>pre</p>") == "<p>pre</p>"


def test_last_line_break_of_code_is_removed() -> None:
    assert frame_code_blocks("<pre><code>a\n\nb\n</code></pre>") == FRAMED("<code>a\n\nb</code>")


def test_frames_are_never_nested() -> None:
    in_table = "<table><tr><td><pre>a</pre></td></tr></table>"
    assert frame_code_blocks(in_table) == in_table
    assert frame_code_blocks("<pre>a<pre>b</pre>c</pre>") == FRAMED("a<pre>b</pre>c")
