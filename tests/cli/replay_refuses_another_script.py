# command: replay gs1 {script}
# exit: 2
# expect stderr some: the schedule does not say 'script'
print('not run')
