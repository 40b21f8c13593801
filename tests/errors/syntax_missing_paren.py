print("a", (1, 2)
x = 5

# expect stderr:   File "syntax_missing_paren.py", line 1
# expect stderr:     print("a", (1, 2)
# expect stderr:          ^
# expect stderr: SyntaxError: '(' was never closed
# exit: 1
