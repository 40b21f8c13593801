import hashlib

for name in ("md5", "sha1", "sha256"):
    print(name, hashlib.new(name, b"gilscope").hexdigest()[:16])
h = hashlib.sha256()
h.update(b"a")
h.update(b"b")
print(h.hexdigest() == hashlib.sha256(b"ab").hexdigest(), h.name, h.digest_size)

# expect: md5 c823849f919b4571
# expect: sha1 b815429d24e4db15
# expect: sha256 fa021366f82e076e
# expect: True sha256 32
