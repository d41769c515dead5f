"""The symbols that formulas may contain. Each was compared with the rendering of MathJax."""

from studyapp.core.rendering.latex.atoms import AtomClass, LimitPosition


def _parse_table(table: str) -> dict[str, str]:
    names_and_characters = table.split()
    return {
        f"\\{name}": character
        for name, character in zip(names_and_characters[::2], names_and_characters[1::2], strict=True)
    }


LETTERS = _parse_table("""
    alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ varkappa ϰ
    lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ
    chi χ psi ψ omega ω imath ı jmath ȷ
""")
"""Letters that are italic in formulas."""

UPRIGHT_LETTERS = _parse_table("""
    Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
""")

ORDINARY = _parse_table(r"""
    infty ∞ partial ∂ nabla ∇ hbar ℏ hslash ℏ ell ℓ Re ℜ Im ℑ aleph ℵ beth ℶ wp ℘ emptyset ∅ varnothing ∅
    forall ∀ exists ∃ nexists ∄ neg ¬ lnot ¬ top ⊤ bot ⊥ angle ∠ measuredangle ∡ triangle △ square □ Box □
    blacksquare ■ bigstar ★ lozenge ◊ degree ° prime ′ backslash \ complement ∁ mho ℧ eth ð
    clubsuit ♣ diamondsuit ♢ heartsuit ♡ spadesuit ♠ sharp ♯ flat ♭ natural ♮ S § P ¶ pounds £ checkmark ✓
    % % $ $ # # & & _ _ vert | | ‖ Vert ‖ lbrace { rbrace } surd √
""")
"""`\\lbrace` and `\\rbrace` are here for completeness of the table; `OPENING` and `CLOSING` take precedence."""

BINARY = _parse_table("""
    pm ± mp ∓ times × div ÷ cdot ⋅ ast ∗ star ⋆ circ ∘ bullet ∙ cap ∩ cup ∪ uplus ⊎ sqcap ⊓ sqcup ⊔ vee ∨ lor ∨
    wedge ∧ land ∧ setminus ∖ smallsetminus ∖ wr ≀ oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙ dagger † ddagger ‡
    diamond ⋄ amalg ⨿ ltimes ⋉ rtimes ⋊ barwedge ⊼ veebar ⊻ boxplus ⊞ boxminus ⊟ boxtimes ⊠ boxdot ⊡
    triangleleft ◁ triangleright ▷ bigtriangleup △ bigtriangledown ▽
""")

RELATIONS = _parse_table("""
    leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ lt < gt > approx ≈ equiv ≡ sim ∼ simeq ≃ cong ≅ propto ∝ varpropto ∝ ll ≪ gg ≫
    prec ≺ succ ≻ preceq ⪯ succeq ⪰ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ subsetneq ⊊ supsetneq ⊋
    nsubseteq ⊈ nsupseteq ⊉ sqsubseteq ⊑ sqsupseteq ⊒ in ∈ notin ∉ ni ∋ owns ∋ vdash ⊢ dashv ⊣ models ⊨ vDash ⊨
    Vdash ⊩ nvdash ⊬ nvDash ⊭ perp ⊥ parallel ∥ nparallel ∦ mid ∣ nmid ∤ asymp ≍ doteq ≐ triangleq ≜ bowtie ⋈
    smile ⌣ frown ⌢ coloneqq ≔ lesssim ≲ gtrsim ≳ leqslant ⩽ geqslant ⩾ leqq ≦ geqq ≧ lessgtr ≶ nleq ≰ ngeq ≱
    nless ≮ ngtr ≯ ncong ≇ approxeq ≊ lll ⋘ ggg ⋙ therefore ∴ because ∵ trianglelefteq ⊴ trianglerighteq ⊵
    vartriangleleft ⊲ vartriangleright ⊳
    to → rightarrow → gets ← leftarrow ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔
    longrightarrow ⟶ longleftarrow ⟵ longleftrightarrow ⟷ Longrightarrow ⟹ Longleftarrow ⟸ Longleftrightarrow ⟺
    mapsto ↦ longmapsto ⟼ hookrightarrow ↪ hookleftarrow ↩ uparrow ↑ downarrow ↓ updownarrow ↕ Uparrow ⇑ Downarrow ⇓
    Updownarrow ⇕ nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖ rightleftharpoons ⇌ leftrightharpoons ⇋
    rightharpoonup ⇀ rightharpoondown ⇁ leftharpoonup ↼ leftharpoondown ↽ rightleftarrows ⇄ leftrightarrows ⇆
    rightrightarrows ⇉ twoheadrightarrow ↠ rightarrowtail ↣ rightsquigarrow ⇝ leadsto ⇝ nrightarrow ↛ nleftarrow ↚
    nRightarrow ⇏ nLeftarrow ⇍ nLeftrightarrow ⇎ circlearrowleft ↺ circlearrowright ↻ curvearrowright ↷ curvearrowleft ↶
""")

SPACED_RELATIONS = _parse_table("iff ⟺ implies ⟹ impliedby ⟸")
"""Relations with an additional thick space on either side."""

LARGE_OPERATORS = _parse_table("""
    sum ∑ prod ∏ coprod ∐ bigcup ⋃ bigcap ⋂ bigsqcup ⨆ bigvee ⋁ bigwedge ⋀ bigoplus ⨁ bigotimes ⨂ bigodot ⨀
    biguplus ⨄
""")
INTEGRALS = _parse_table("int ∫ iint ∬ iiint ∭ oint ∮ oiint ∯")

FUNCTIONS = {
    f"\\{name}": (name, LimitPosition.BESIDE)
    for name in (
        "arccos", "arcsin", "arctan", "arg", "cos", "cosh", "cot", "coth", "csc", "deg", "dim", "exp", "hom", "ker", "lg",
        "ln", "log", "sec", "sin", "sinh", "tan", "tanh",
    )
} | {
    f"\\{name}": (name, LimitPosition.BELOW_IN_DISPLAY) for name in ("det", "gcd", "inf", "lim", "max", "min", "Pr", "sup")
} | {
    "\\limsup": ("lim sup", LimitPosition.BELOW_IN_DISPLAY),
    "\\liminf": ("lim inf", LimitPosition.BELOW_IN_DISPLAY),
}  # fmt: skip

INNER = _parse_table("cdots ⋯ ldots … dots … dotsc … dotsb ⋯ dotsm ⋯ dotsi ⋯ dotso … vdots ⋮ ddots ⋱")

OPENING = _parse_table("{ { lbrace { lbrack [ langle ⟨ lfloor ⌊ lceil ⌈ lvert | lVert ‖") | {
    "(": "(",
    "[": "[",
}
CLOSING = _parse_table("} } rbrace } rbrack ] rangle ⟩ rfloor ⌋ rceil ⌉ rvert | rVert ‖") | {
    ")": ")",
    "]": "]",
}

DELIMITERS = OPENING | CLOSING | _parse_table("""
    vert | Vert ‖ | ‖ uparrow ↑ downarrow ↓ updownarrow ↕ Uparrow ⇑ Downarrow ⇓ Updownarrow ⇕ backslash \\
""") | {"|": "|", "/": "/", "<": "⟨", ">": "⟩", ".": ""}  # fmt: skip
"""What may follow `\\left`, `\\right`, `\\middle` and `\\big`."""

CHARACTER_CLASSES = {
    "+": ("+", AtomClass.BINARY), "-": ("−", AtomClass.BINARY), "*": ("∗", AtomClass.BINARY),
    "=": ("=", AtomClass.RELATION), "<": ("<", AtomClass.RELATION), ">": (">", AtomClass.RELATION),
    ":": (":", AtomClass.RELATION), ",": (",", AtomClass.PUNCTUATION), ";": (";", AtomClass.PUNCTUATION),
    "!": ("!", AtomClass.CLOSING), "?": ("?", AtomClass.CLOSING), "/": ("/", AtomClass.ORDINARY),
    "|": ("|", AtomClass.ORDINARY), ".": (".", AtomClass.ORDINARY), "@": ("@", AtomClass.ORDINARY),
    '"': ("”", AtomClass.ORDINARY), "`": ("‘", AtomClass.ORDINARY),
}  # fmt: skip

NEGATIONS = dict(
    zip(
        "=∈∋⊂⊃⊆⊇∼≃≅≈≡<>≤≥∣∥∃⊢⊨→←⇒⇔≺≻|",
        "≠∉∌⊄⊅⊈⊉≁≄≇≉≢≮≯≰≱∤∦∄⊬⊭↛↚⇏⇎⊀⊁∤",
        strict=True,
    )
)
"""The symbols that `\\not` makes of others."""

SPACES = {
    "\\,": 3 / 18, "\\thinspace": 3 / 18, "\\:": 4 / 18, "\\>": 4 / 18, "\\medspace": 4 / 18, "\\;": 5 / 18,
    "\\thickspace": 5 / 18, "\\!": -3 / 18, "\\negthinspace": -3 / 18, "\\ ": 0.25, "\\\n": 0.25, "~": 0.25,
    "\\space": 0.25, "\\enspace": 0.5, "\\quad": 1.0, "\\qquad": 2.0,
}  # fmt: skip
"""Widths of spaces in em."""


def _unicode_symbols() -> dict[str, tuple[str, AtomClass]]:
    by_character: dict[str, tuple[str, AtomClass]] = {}
    for table, atom_class in (
        (ORDINARY, AtomClass.ORDINARY),
        (BINARY, AtomClass.BINARY),
        (RELATIONS, AtomClass.RELATION),
        (INNER, AtomClass.INNER),
        (OPENING, AtomClass.OPENING),
        (CLOSING, AtomClass.CLOSING),
    ):
        by_character |= {
            character: (character, atom_class) for character in table.values() if ord(character) > 127
        }
    return by_character | {"·": ("⋅", AtomClass.BINARY), "−": ("−", AtomClass.BINARY)}


UNICODE_SYMBOLS = _unicode_symbols()
"""Symbols that are written as themselves, with the character that is drawn."""
