# flags: --time-limit 0.3s
# exit: 91
# expect stderr some: it has run for 300ms, the time limit
10 ** 10 ** 9
