# Objects leave the weak collections when nothing else refers to them.
import gc
import weakref


class Image:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Image({self.name!r})"


cache = weakref.WeakValueDictionary()
sizes = weakref.WeakKeyDictionary()
known = weakref.WeakSet()
kept = Image("kept")
gone = Image("gone")
for image in (kept, gone):
    cache[image.name] = image
    sizes[image] = len(image.name)
    known.add(image)
print(sorted(cache), cache["gone"], sizes[kept], len(known), "gone" in cache)
# expect: ['gone', 'kept'] Image('gone') 4 2 True
del image, gone
gc.collect()
print(dict(cache), dict(sizes), list(known), "gone" in cache, cache.get("gone", "none"))
# expect: {'kept': Image('kept')} {Image('kept'): 4} [Image('kept')] False none
