# real time: processes are not simulated
import multiprocessing as mp
import threading


def wait_for_turn(condition, turn, own, order):
    with condition:
        condition.wait_for(lambda: turn.value == own)
        order[own] = own * 10
        turn.value += 1
        condition.notify_all()


def wait_for_event(event, queue):
    queue.put(event.wait(10))


def meet(barrier, queue):
    queue.put(barrier.wait())


def give_up(barrier, queue):
    try:
        barrier.wait(0.05)
    except threading.BrokenBarrierError as error:
        queue.put(type(error).__name__)


def run_all(target, arguments):
    processes = [mp.Process(target=target, args=args) for args in arguments]
    for process in processes:
        process.start()
    return processes


if __name__ == "__main__":
    queue = mp.Queue()
    condition, turn = mp.Condition(), mp.Value("i", 0)
    order = mp.Array("i", 3)
    processes = run_all(wait_for_turn, [(condition, turn, own, order) for own in (2, 0, 1)])
    with condition:
        print(condition.wait_for(lambda: turn.value == 3, 10), order[:])
    event = mp.Event()
    processes += run_all(wait_for_event, [(event, queue)] * 2)
    print(event.is_set(), repr(event)[-6:-1])
    event.set()
    print(queue.get(), queue.get(), event.is_set(), event.wait(0))
    event.clear()
    print(event.wait(0.01))
    barrier = mp.Barrier(3)
    processes += run_all(meet, [(barrier, queue)] * 3)
    print(sorted(queue.get() for _ in range(3)), barrier.n_waiting, barrier.parties, barrier.broken)
    processes += run_all(give_up, [(barrier, queue)])
    print(queue.get(), barrier.broken)
    barrier.reset()
    print(barrier.broken)
    for process in processes:
        process.join()
    print([process.exitcode for process in processes])
# expect: True [0, 10, 20]
# expect: False unset
# expect: True True True True
# expect: False
# expect: [0, 1, 2] 0 3 False
# expect: BrokenBarrierError True
# expect: False
# expect: [0, 0, 0, 0, 0, 0, 0, 0, 0]
