if True:
        x = 1
	y = 2

# expect stderr:   File "syntax_tabs_and_spaces.py", line 3
# expect stderr:     	y = 2
# expect stderr:     ^
# expect stderr: TabError: inconsistent use of tabs and spaces in indentation
# exit: 1
