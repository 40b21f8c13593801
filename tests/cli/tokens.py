# command: tokens {script}
# expect some: NAME
# expect some: NUMBER
x = 1
