from datetime import date, datetime, timedelta, timezone

a = datetime(2024, 1, 31, 12, 30, 15, 250000)
print(a + timedelta(days=30), a - datetime(2024, 1, 1), a.date() + timedelta(1), a.isoformat(timespec="minutes"))
print(timedelta(hours=-1), timedelta(seconds=90) * 2, timedelta(1) / timedelta(hours=1), repr(timedelta(1, 2)))
print(date(2024, 3, 1) - date(2024, 2, 1), date(2024, 12, 30).isocalendar(), date(2024, 2, 29).strftime("%a %d %b"))
u = datetime(2024, 1, 1, tzinfo=timezone.utc)
print(u, u.astimezone(timezone(timedelta(hours=5, minutes=30))), u.timestamp())
print(datetime.strptime("02/Jan/24 3:04 PM", "%d/%b/%y %I:%M %p"), datetime.fromisoformat("2024-01-02T03:04:05+02:00"))
for bad in (lambda: date(2024, 2, 30), lambda: datetime.strptime("x", "%Y"), lambda: a < u):
    try:
        bad()
    except (TypeError, ValueError) as error:
        print(error)

# expect: 2024-03-01 12:30:15.250000 30 days, 12:30:15.250000 2024-02-01 2024-01-31T12:30
# expect: -1 day, 23:00:00 0:03:00 24.0 datetime.timedelta(days=1, seconds=2)
# expect: 29 days, 0:00:00 datetime.IsoCalendarDate(year=2025, week=1, weekday=1) Thu 29 Feb
# expect: 2024-01-01 00:00:00+00:00 2024-01-01 05:30:00+05:30 1704067200.0
# expect: 2024-01-02 15:04:00 2024-01-02 03:04:05+02:00
# expect: day is out of range for month
# expect: time data 'x' does not match format '%Y'
# expect: can't compare offset-naive and offset-aware datetimes
