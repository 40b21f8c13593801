# A Barrier makes threads meet: nobody starts the next round before everybody has finished this one.
import threading
import time

RUNNERS = {"hare": 0.01, "fox": 0.04, "snail": 0.12}
rounds = []


def all_here():
    rounds.append(f"round {len(rounds) + 1} complete after {time.perf_counter() - start:.2f} s")


meeting = threading.Barrier(len(RUNNERS), action=all_here)  # one of them runs the action, once per round
waited = {}


def runner(name, pace):
    for _ in range(3):
        time.sleep(pace)
        arrived = time.perf_counter()
        meeting.wait()
        waited[name] = waited.get(name, 0) + time.perf_counter() - arrived


start = time.perf_counter()
threads = [threading.Thread(target=runner, args=pair) for pair in RUNNERS.items()]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("\n".join(rounds))
for name in RUNNERS:
    print(f"{name:<6} waited {waited[name]:.2f} s for the others")
