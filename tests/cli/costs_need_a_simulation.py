# command: run --costs 1000.1000.1000.1000.1000.1000.1000.1000.1000.1000.1000.1000.1000.1000.1000.1000.1000.0.0.0.0.0.0.0 {script}
# expect stderr some: required arguments were not provided
# exit: 2
