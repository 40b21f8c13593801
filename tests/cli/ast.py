# command: ast {script}
# expect some: Assign
# expect some: Constant
x = 1
