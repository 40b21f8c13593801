# command: run {script}
# expect stderr some: SyntaxError: expected ':'
# exit: 1
if x
    pass
