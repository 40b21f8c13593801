x = [a, b for a, b in c]

# expect stderr:   File "syntax_unparenthesized_tuple_in_comprehension.py", line 1
# expect stderr:     x = [a, b for a, b in c]
# expect stderr:          ^^^^
# expect stderr: SyntaxError: did you forget parentheses around the comprehension target?
# exit: 1
