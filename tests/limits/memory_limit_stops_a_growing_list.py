# flags: --memory-limit 64M
# exit: 91
# expect: begin
# expect stderr some: it needs more memory than 64 MiB, the memory limit
print("begin")
kept = []
while True:
    kept.append("a" * 1000 + str(len(kept)))
