# command: dis no_such_file.py
# expect stderr some: No such file or directory
# exit: 2
