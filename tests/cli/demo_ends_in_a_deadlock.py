# command: demo deadlock --sim -- forever
# exit: 90
# expect: Opposite order:
# expect: Ann has left, wants right
# expect: Bob has right, wants left
# expect stderr some: in a circle: Thread-1 (take_both) waits for Thread-2 (take_both) waits for Thread-1 (take_both)
# expect stderr some: To repeat it: gilscope demo --show deadlock > deadlock.py
# expect stderr some: gilscope replay 'gs1 script=
