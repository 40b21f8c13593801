class Row:
    def __getitem__(self, index):
        if index == 3:
            raise IndexError("end of row")
        return index * 10


print(list(Row()), 20 in Row(), max(Row()))  # expect: [0, 10, 20] True 20
