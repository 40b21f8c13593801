import sys

sys.exit("a reason")

# expect stderr: a reason
# exit: 1
