# command: -c print("hi") extra
# expect: hi
