# command: trace --sim --json {script}
# expect some: "kind":"header"
# expect some: "schema":1
# expect some: "kind":"switch"
# expect some: "reason":"exit"
pass
