# command: demo thread_local --sim --stats
# expect some: global says
# expect stderr some: The interpreter lock in
