def f():
	if True:
		return 1 + None


f()

# expect stderr: Traceback (most recent call last):
# expect stderr:   File "carets_with_tabs_and_indent.py", line 6, in <module>
# expect stderr:     f()
# expect stderr:     ~^^
# expect stderr:   File "carets_with_tabs_and_indent.py", line 3, in f
# expect stderr:     return 1 + None
# expect stderr:            ~~^~~~~~
# expect stderr: TypeError: unsupported operand type(s) for +: 'int' and 'NoneType'
# exit: 1
