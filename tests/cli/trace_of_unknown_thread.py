# command: trace --sim --thread Bob --thread MainThread {script}
# expect some: the program begins
# expect stderr some: there is no thread 'Bob'; there are: MainThread
print("hello")
