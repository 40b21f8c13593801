try:
    exit(3)
except SystemExit as error:
    print("exit", error.code)  # expect: exit 3
try:
    quit()
except SystemExit as error:
    print("quit", error.code)  # expect: quit None
