from datetime import date, datetime, timedelta

d = timedelta(days=1, hours=2, seconds=3)
print(d, d.total_seconds(), datetime(2024, 1, 31, 12, 5) + d, date(2024, 2, 28) + timedelta(days=2), datetime(2024, 3, 1) - datetime(2024, 2, 1))
print(datetime(2024, 5, 6, 7, 8, 9).strftime("%Y-%m-%d %H:%M:%S"), datetime(2024, 5, 6).isoformat(), repr(timedelta(seconds=1)), isinstance(datetime.now(), datetime))

# expect: 1 day, 2:00:03 93603.0 2024-02-01 14:05:03 2024-03-01 29 days, 0:00:00
# expect: 2024-05-06 07:08:09 2024-05-06T00:00:00 datetime.timedelta(seconds=1) True
