def say(value):
    print("asked", value)
    return value


say(0) and say(1)
say(1) or say(2)
if say(0) or say(3) and say(4):
    print("done")

# expect: asked 0
# expect: asked 1
# expect: asked 0
# expect: asked 3
# expect: asked 4
# expect: done
