def index():
    print("index evaluated")  # expect: index evaluated
    return 0


row = [1]
row[index()] += 10
print(row)  # expect: [11]
