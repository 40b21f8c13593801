print("bye")  # expect: bye
exit(4)

# exit: 4
