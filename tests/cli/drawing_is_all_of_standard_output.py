# command: export {script} --sim --format csv --from 1s
# expect: track,id,name,what,from_ns,to_ns,text,reason,place
# expect stderr: hello
print("hello")
