# command: trace {script} --sim --json --summary
# expect match: {"convoys":[],"duration_ns":*}
# expect stderr: hello
print("hello")
