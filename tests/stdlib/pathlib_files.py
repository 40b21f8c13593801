import tempfile
from pathlib import Path

with tempfile.TemporaryDirectory() as folder:
    root = Path(folder)
    (root / "sub").mkdir()
    (root / "sub" / "f.txt").write_text("hello")
    (root / "g.txt").write_bytes(b"xx")
    print(sorted(p.name for p in root.iterdir()), sorted(p.name for p in root.rglob("*.txt")))
    print((root / "sub" / "f.txt").read_text(), (root / "g.txt").stat().st_size, (root / "nope").exists())
    with open(root / "g.txt") as file:
        print(file.read())
    try:
        (root / "sub").mkdir()
    except FileExistsError:
        print("exists")
print(root.exists())

# expect: ['g.txt', 'sub'] ['f.txt', 'g.txt']
# expect: hello 2 False
# expect: xx
# expect: exists
# expect: False
