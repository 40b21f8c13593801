try:
    open("/no/such/file.txt")
except FileNotFoundError as error:
    print(error)  # expect: [Errno 2] No such file or directory: '/no/such/file.txt'
    print(error.errno, error.strerror, error.filename)  # expect: 2 No such file or directory /no/such/file.txt
try:
    open("/")
except IsADirectoryError as error:
    print(error)  # expect: [Errno 21] Is a directory: '/'
try:
    open("/tmp/x", "q")
except ValueError as error:
    print(error)  # expect: invalid mode: 'q'
