# thread: the old name of `_thread`.

from _thread import *
from _thread import allocate_lock, allocate, error, exit, exit_thread, get_ident, interrupt_main, LockType, stack_size
from _thread import start_new, start_new_thread, _count
