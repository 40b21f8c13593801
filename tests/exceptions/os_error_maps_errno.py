for number in (2, 13, 17, 21, 20, 32, 110, 9999):
    print(type(OSError(number, "text")).__name__)

# expect: FileNotFoundError
# expect: PermissionError
# expect: FileExistsError
# expect: IsADirectoryError
# expect: NotADirectoryError
# expect: BrokenPipeError
# expect: TimeoutError
# expect: OSError
