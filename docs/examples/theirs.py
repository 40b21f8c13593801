print("begin")
while True:
    pass
