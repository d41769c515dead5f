"""Reading of Markdown pages: which parts are questions and answers, and their pictures."""
