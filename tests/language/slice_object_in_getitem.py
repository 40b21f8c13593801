class Show:
    def __getitem__(self, key):
        return key


show = Show()
print(show[1], show[1:2], show[::3], show[1, 2], show[1:2, ...], show[:, None])

# expect: 1 slice(1, 2, None) slice(None, None, 3) (1, 2) (slice(1, 2, None), Ellipsis) (slice(None, None, None), None)
