# command: run no_such_script.py
# expect stderr match: *can't open file '*no_such_script.py': [Errno 2] No such file or directory
# exit: 2
