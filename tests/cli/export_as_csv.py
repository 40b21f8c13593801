# command: export --sim --format csv {script}
# expect some: track,id,name,what,from_ns,to_ns,text,reason,place
# expect some: gil,,GIL,holding,0,
# expect some: thread,0,MainThread,holding,0,
# expect stderr: hello
print("hello")
