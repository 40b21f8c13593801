# command: replay gs1 {script} --seed 3
# exit: 2
# expect stderr some: unexpected argument '--seed' found
# expect stderr some: <FILE> [-- <ARGS>...]
print("not run")
