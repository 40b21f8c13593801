try:
    pass
except:
    pass
except ValueError:
    pass

# expect stderr:   File "syntax_bare_except_not_last.py", line 3
# expect stderr:     except:
# expect stderr:     ^^^^^^^
# expect stderr: SyntaxError: default 'except:' must be last
# exit: 1
