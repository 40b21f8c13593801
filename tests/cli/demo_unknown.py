# command: demo no_such_demo
# expect stderr some: no_such_demo
# exit: 2
