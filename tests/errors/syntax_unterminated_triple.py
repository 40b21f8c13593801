x = """text
goes on

# expect stderr:   File "syntax_unterminated_triple.py", line 5
# expect stderr:     # expect stderr:     # expect stderr:     x = """text
# expect stderr:                                                      ^^^^
# expect stderr: SyntaxError: invalid syntax
# exit: 1
