# command: --help
# expect some: demo
# expect some: run
# expect some: Examples:
# expect some: Exit status
