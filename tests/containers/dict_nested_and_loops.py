people = {"ada": {"born": 1815}, "alan": {"born": 1912}}
for name, info in people.items():
    print(name, info["born"])
people["ada"]["died"] = 1852
print(people["ada"])
print(max(people, key=lambda n: people[n]["born"]), sorted(people.values(), key=lambda p: -p["born"])[0])

# expect: ada 1815
# expect: alan 1912
# expect: {'born': 1815, 'died': 1852}
# expect: alan {'born': 1912}
