# Twins of lock operations that have to wait.
# Native hooks: none.


def acquire_restore(self, state):
    # RLock._acquire_restore when another thread has the lock.
    self.acquire()
    self._set_count(state[0])
