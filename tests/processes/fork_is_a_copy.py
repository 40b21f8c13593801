# real time: processes are not simulated
import os

kept = [1]
child = os.fork()
if child == 0:
    kept.append(2)
    print("child", kept, os.getpid() != os.getppid(), flush=True)
    os._exit(7)
print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
print("parent", kept, child != os.getpid())
# expect: child [1, 2] True
# expect: 7
# expect: parent [1] True
try:
    os.waitpid(child, 0)
except ChildProcessError as error:
    print(repr(error))
# expect: ChildProcessError(10, 'No child processes')
