# real time: processes are not simulated
import multiprocessing as mp
import os
import signal
import sys
import time


def show(number):
    print("in", mp.current_process().name, "of", mp.parent_process().name, number)


def leave(status):
    sys.exit(status)


def sleep():
    time.sleep(100)


def nested():
    inner = mp.Process(target=show, args=(2,))
    inner.start()
    inner.join()


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print("%s: %s" % (type(error).__name__, error))


def state(process):
    return repr(process).replace(str(os.getpid()), "PARENT").replace(str(process.pid), "PID")


class Mine(mp.Process):
    def __init__(self, values):
        super().__init__(name="mine")
        self.values = values

    def run(self):
        self.values.append(1)
        print(self.name, self.values, self.is_alive(), self.pid == os.getpid(), os.getppid() == self._parent_pid)


if __name__ == "__main__":
    process = mp.Process(target=show, args=(1,))
    print(state(process), process.pid, process.exitcode, process.is_alive(), process.daemon, process.ident)
    attempt(process.join)
    attempt(lambda: process.sentinel)
    print("before the child", end=" ")
    process.start()
    process.join()
    process.join()
    attempt(process.start)
    print(state(process), process.exitcode, process.is_alive())
    process.close()
    attempt(lambda: process.pid)
    attempt(process.is_alive)
    attempt(process.start)
    for status in (3, None, True, 300, -1):
        process = mp.Process(target=leave, args=(status,), name="leaves with %s" % status)
        process.start()
        process.join()
        print(status, process.exitcode, state(process))
    process = mp.Process(target=sleep, daemon=True)
    process.start()
    print(state(process), mp.active_children() == [process])
    attempt(process.close)
    process.join(0.01)
    print(process.is_alive(), process.exitcode)
    process.terminate()
    process.join()
    print(state(process), process.exitcode, signal.Signals(-process.exitcode).name)
    process = mp.Process(target=sleep)
    process.start()
    process.kill()
    process.join()
    print(state(process), mp.active_children())
    process = mp.Process(target=nested)
    process.start()
    process.join()
    values = []
    process = Mine(values)
    process.start()
    process.join()
    print(values, process.exitcode)
    attempt(lambda: mp.Process(1))
    attempt(lambda: mp.Process(target=show, args=5))
    print(mp.current_process(), mp.parent_process(), mp.get_start_method(), mp.get_all_start_methods())
    attempt(mp.set_start_method, "fork")
    attempt(mp.get_context, "foo")
    print(mp.get_context("fork").Process, mp.TimeoutError, mp.ProcessError)
# expect: <Process name='Process-1' parent=PARENT initial> None None False False None
# expect: AssertionError: can only join a started process
# expect: ValueError: process not started
# expect: before the child in Process-1 of MainProcess 1
# expect: AssertionError: cannot start a process twice
# expect: <Process name='Process-1' pid=PID parent=PARENT stopped exitcode=0> 0 False
# expect: ValueError: process object is closed
# expect: ValueError: process object is closed
# expect: ValueError: process object is closed
# expect: 3 3 <Process name='leaves with 3' pid=PID parent=PARENT stopped exitcode=3>
# expect: None 0 <Process name='leaves with None' pid=PID parent=PARENT stopped exitcode=0>
# expect: True 1 <Process name='leaves with True' pid=PID parent=PARENT stopped exitcode=1>
# expect: 300 44 <Process name='leaves with 300' pid=PID parent=PARENT stopped exitcode=44>
# expect: -1 255 <Process name='leaves with -1' pid=PID parent=PARENT stopped exitcode=255>
# expect: <Process name='Process-7' pid=PID parent=PARENT started daemon> True
# expect: ValueError: Cannot close a process while it is still running. You should first call join() or terminate().
# expect: True None
# expect: <Process name='Process-7' pid=PID parent=PARENT stopped exitcode=-SIGTERM daemon> -15 SIGTERM
# expect: <Process name='Process-8' pid=PID parent=PARENT stopped exitcode=-SIGKILL> []
# expect: in Process-9:1 of Process-9 2
# expect: mine [1] True True True
# expect: [] 0
# expect: AssertionError: group argument must be None for now
# expect: TypeError: 'int' object is not iterable
# expect: <_MainProcess name='MainProcess' parent=None started> None fork ['fork', 'spawn', 'forkserver']
# expect: RuntimeError: context has already been set
# expect: ValueError: cannot find context for 'foo'
# expect: <class 'multiprocessing.context.ForkProcess'> <class 'multiprocessing.context.TimeoutError'> <class 'multiprocessing.context.ProcessError'>
