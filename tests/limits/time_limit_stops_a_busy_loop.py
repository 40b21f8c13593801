# flags: --time-limit 0.3s
# exit: 91
# expect: begin
# expect stderr some: it has run for 300ms, the time limit
print("begin")
while True:
    pass
