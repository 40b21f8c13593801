x = 5 € 3

# expect stderr:   File "syntax_invalid_character.py", line 1
# expect stderr:     x = 5 € 3
# expect stderr:           ^
# expect stderr: SyntaxError: invalid character '€' (U+20AC)
# exit: 1
