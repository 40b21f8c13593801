class Thing:
    class Inner: pass

    def m(self): pass


print(Thing(), Thing.Inner(), Thing().m, Thing.m, Thing, sep="\n")

# expect: <__main__.Thing object at 0x…>
# expect: <__main__.Thing.Inner object at 0x…>
# expect: <bound method Thing.m of <__main__.Thing object at 0x…>>
# expect: <function Thing.m at 0x…>
# expect: <class '__main__.Thing'>
