# expect stderr:   File "syntax_unterminated_triple.py", line 6
# expect stderr:     x = """text
# expect stderr:         ^
# expect stderr: SyntaxError: unterminated triple-quoted string literal (detected at line 7)
# exit: 1
x = """text
goes on
