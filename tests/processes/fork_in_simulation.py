# flags: --sim
import os

try:
    os.fork()
except NotImplementedError as error:
    print(error)
    # expect: processes are not simulated: run without --sim
