# command: run --switch-interval soon x.py
# expect stderr some: --switch-interval
# exit: 2
