import sys

sys.exit([1, "list"])

# expect stderr: [1, 'list']
# exit: 1
