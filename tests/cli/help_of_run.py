# command: run --help
# expect some: --switch-interval
# expect some: --every
# expect some: --stats
