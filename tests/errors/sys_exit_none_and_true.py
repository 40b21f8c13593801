import sys

try:
    sys.exit()
except SystemExit as e:
    print(e.code, e.args)  # expect: None ()
try:
    sys.exit((1, 2))
except SystemExit as e:
    print(e.code)  # expect: (1, 2)
sys.exit(True)

# exit: 1
