# command: run --every 0 x.py
# expect stderr some: --every
# exit: 2
