# command: dis {script}
# expect stderr some: SyntaxError: invalid syntax
# exit: 1
x = = 1
