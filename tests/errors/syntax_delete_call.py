del f()

# expect stderr:   File "syntax_delete_call.py", line 1
# expect stderr:     del f()
# expect stderr:         ^^^
# expect stderr: SyntaxError: cannot delete function call
# exit: 1
