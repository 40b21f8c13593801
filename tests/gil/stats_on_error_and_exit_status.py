# flags: --stats
# expect stderr some: ValueError: x
# expect stderr some: MainThread
# exit: 1
raise ValueError("x")
