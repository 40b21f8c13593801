x = 1
if x:
	print("tab")
	if x:
		print("two tabs")

# expect: tab
# expect: two tabs
