# command: run --no-such-flag x.py
# expect stderr some: --no-such-flag
# exit: 2
