# command: export --format csv {script} 3
# exit: 2
# expect stderr some: unexpected argument '3' found
print("not run")
