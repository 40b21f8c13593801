# command: run .
# expect stderr some: __main__
# exit: 1
