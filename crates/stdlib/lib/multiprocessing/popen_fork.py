# multiprocessing.popen_fork: a process that a fork has made, as its parent sees it. Native hooks: `_multiprocessing.pipe`.

import atexit
import os
import signal
from _multiprocessing import pipe, wait
from multiprocessing import util


class Popen:
    """A child process."""

    method = 'fork'

    def __init__(self, process):
        util.flush_std_streams()
        self.returncode = None
        # The child has the only other end of either: when one of the two ends, the other can tell.
        self.sentinel, child_end = pipe(False)
        parent_sentinel, self._parent_end = pipe(False)
        self.pid = os.fork()
        if self.pid == 0:
            code = 1
            try:
                atexit._clear()
                atexit.register(util._exit_function)
                self.sentinel.close()
                self._parent_end.close()
                code = process._bootstrap(parent_sentinel)
            finally:
                atexit._run_exitfuncs()
                util.flush_std_streams()
                os._exit(code)
        child_end.close()
        parent_sentinel.close()

    def poll(self, flag=os.WNOHANG):
        """The exit code, or None while the process runs."""
        if self.returncode is None:
            try:
                pid, status = os.waitpid(self.pid, flag)
            except OSError:
                # Somebody else has waited for it.
                return None
            if pid == self.pid:
                self.returncode = os.waitstatus_to_exitcode(status)
        return self.returncode

    def wait(self, timeout=None):
        """Wait for the end; None if it does not come in time."""
        if self.returncode is None:
            if timeout is not None and not wait([self.sentinel], max(timeout, 0)):
                return None
            # What the child closes last is a moment before its end.
            return self.poll(os.WNOHANG if timeout == 0.0 else 0)
        return self.returncode

    def _send_signal(self, sig):
        if self.returncode is None:
            try:
                os.kill(self.pid, sig)
            except ProcessLookupError:
                pass
            except OSError:
                if self.wait(timeout=0.1) is None:
                    raise

    def terminate(self):
        """End it by SIGTERM."""
        self._send_signal(signal.SIGTERM)

    def kill(self):
        """End it by SIGKILL."""
        self._send_signal(signal.SIGKILL)

    def close(self):
        """Close what belongs to it."""
        self.sentinel.close()
        self._parent_end.close()
