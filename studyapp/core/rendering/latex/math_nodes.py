"""The elements of a formula in MathML."""

from typing import NamedTuple

ACCENT_COLOUR = "accent"
"""The value of `mathcolor` that stands for the accent color of the theme."""


class MathNode(NamedTuple):
    """A MathML element. It has either text or children."""

    tag: str
    text: str = ""
    children: tuple["MathNode", ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()

    def with_attributes(self, **attributes: str) -> "MathNode":
        """Return the element with these attributes, unless it has them already."""
        return self._replace(attributes=tuple((attributes | dict(self.attributes)).items()))


def make_leaf(tag: str, text: str, **attributes: str) -> MathNode:
    """Return an element with text."""
    return MathNode(tag, text, (), tuple(attributes.items()))


def make_element(tag: str, *children: MathNode, **attributes: str) -> MathNode:
    """Return an element with children."""
    return MathNode(tag, "", children, tuple(attributes.items()))


def make_row(children: list[MathNode], **attributes: str) -> MathNode:
    """Return the children as one element."""
    if len(children) == 1:
        return children[0].with_attributes(**attributes)
    return make_element("mrow", *children, **attributes)


def make_space(width_em: float) -> MathNode:
    """Return a horizontal space. The width is in em."""
    return make_leaf("mspace", "", width=f"{width_em:.4f}em")


def make_operator(text: str, **attributes: str) -> MathNode:
    """Return an operator without space around it, which does not grow with its surroundings."""
    return make_leaf("mo", text, **({"lspace": "0", "rspace": "0", "stretchy": "false"} | attributes))


def make_blank(hint: str) -> MathNode:
    """Return what stands for a hidden cloze deletion."""
    text = f"[{hint}]".replace(" ", "\xa0")
    return make_element("menclose", make_leaf("mtext", text), notation="bottom", mathcolor=ACCENT_COLOUR)


def make_fence(character: str, form: str) -> MathNode:
    """Return a delimiter as tall as what it encloses; an empty one takes no space. `form` is prefix, infix or
    postfix."""
    return make_operator(character, stretchy="true", fence="true", form=form)


def typesetting_cost(node: MathNode) -> int:
    """Return an estimate of the time that typesetting takes. The library visits the children of a row twice."""
    cost = sum(map(typesetting_cost, node.children))
    return 1 + len(node.text) + (2 * cost if node.tag in ("mrow", "mtd", "mpadded", "mphantom") else cost)
