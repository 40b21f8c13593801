# flags: --stats=json
# expect: done
# expect stderr match: {*"duration_ns":*"threads":[*"held_ns":*"name":"MainThread"*}
print("done")
