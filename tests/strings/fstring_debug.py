x = 5
text = "t"
print(f"{x=} {x = } {x + 1=} {text=} {text=!s} {x=:03d} {x * 2 = :>5}")

# expect: x=5 x = 5 x + 1=6 text='t' text=t x=005 x * 2 =    10
