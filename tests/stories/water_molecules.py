# Two hydrogens and one oxygen make water: a barrier of three after semaphores of two and one.
import threading

hydrogen, oxygen = threading.Semaphore(2), threading.Semaphore(1)
atoms = []
bond = threading.Barrier(3)


def atom(kind, gate):
    gate.acquire()
    bond.wait()
    atoms.append(kind)
    bond.wait()
    gate.release()


threads = [threading.Thread(target=atom, args=("H", hydrogen)) for _ in range(6)]
threads += [threading.Thread(target=atom, args=("O", oxygen)) for _ in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(["".join(sorted(atoms[i : i + 3])) for i in range(0, 9, 3)])  # expect: ['HHO', 'HHO', 'HHO']
