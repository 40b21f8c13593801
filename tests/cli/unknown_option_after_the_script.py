# command: trace {script} --no-such-option
# exit: 2
# expect stderr some: unexpected argument '--no-such-option' found
# expect stderr some: to pass '--no-such-option' as a value, use '-- --no-such-option'
print("not run")
