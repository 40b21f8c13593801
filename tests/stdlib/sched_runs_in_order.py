import sched

s = sched.scheduler()
s.enter(0.02, 1, print, ("second",))
s.enter(0.01, 1, print, ("first",))
gone = s.enter(0.01, 2, print, ("never",))
s.cancel(gone)
print(len(s.queue), s.empty())
s.run()
print(s.empty())

# expect: 2 False
# expect: first
# expect: second
# expect: True
