# command: replay hello {script}
# exit: 2
# expect stderr: gilscope: this is no schedule: it does not begin with gs1
print('not run')
