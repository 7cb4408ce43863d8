"""How dates are found in running Serbian text: their shapes, what these mean, and what the text round them says.

`language.dates` is the door. The road goes from `patterns` (with the shapes, and the words of which they are made) over
`readers` to what was `found`; then `context` says which year is meant, and `counting` which day a word like "sutradan".
"""
