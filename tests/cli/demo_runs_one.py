# command: demo thread_local
# expect: thread of  global says  local says
# expect: ada        eve          ada
# expect: bob        eve          bob
# expect: eve        eve          eve
# expect: and in the main thread there is no own.user at all: False
