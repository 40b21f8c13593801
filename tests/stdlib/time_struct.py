import time

t = time.gmtime(1_000_000_000)
print(t.tm_year, t.tm_mon, t.tm_mday, t.tm_hour, t.tm_min, t.tm_sec, t.tm_wday, t.tm_yday)
print(time.strftime("%d/%m/%y %I %p %a %b %j %%", t), time.asctime(t))
print(tuple(t)[:3], t[0])

# expect: 2001 9 9 1 46 40 6 252
# expect: 09/09/01 01 AM Sun Sep 252 % Sun Sep  9 01:46:40 2001
# expect: (2001, 9, 9) 2001
