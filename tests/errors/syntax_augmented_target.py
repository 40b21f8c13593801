(a, b) += 1

# expect stderr:   File "syntax_augmented_target.py", line 1
# expect stderr:     (a, b) += 1
# expect stderr:     ^^^^^^
# expect stderr: SyntaxError: 'tuple' is an illegal expression for augmented assignment
# exit: 1
