# command: run --sim --costs {script} {script}
# expect stderr some: this is no file of costs: it does not begin with 'gilscope costs 1'
# exit: 2
