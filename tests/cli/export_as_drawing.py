# command: export --sim --format svg {script}
# expect stderr: hello
# expect some: <svg xmlns="http://www.w3.org/2000/svg"
# expect some: MainThread: runs (holds the GIL)
# expect some: </svg>
print("hello")
