"""Find calls by name in parsed source."""

import ast


def called_name(node: ast.AST) -> str:
    """The unqualified name of the called function; '' if the node isn't a call."""
    if not isinstance(node, ast.Call):
        return ""
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""
