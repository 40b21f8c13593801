from pathlib import Path, PurePath

p = Path("/a/b") / "c.tar.gz"
print(p, repr(p), p.name, p.stem, p.suffix, p.suffixes)
print(p.parent, p.parts, p.with_suffix(".zip"), p.with_name("z"), p.relative_to("/a"))
print(Path("x//./y"), Path(), p.is_absolute(), PurePath("a") < PurePath("b"), p.match("*.gz"))
try:
    p.relative_to("/q")
except ValueError as error:
    print(error)

# expect: /a/b/c.tar.gz PosixPath('/a/b/c.tar.gz') c.tar.gz c.tar .gz ['.tar', '.gz']
# expect: /a/b ('/', 'a', 'b', 'c.tar.gz') /a/b/c.tar.zip /a/b/z b/c.tar.gz
# expect: x/y . True True True
# expect: '/a/b/c.tar.gz' is not in the subpath of '/q'
