import statistics as s

data = [1, 2, 2, 3, 14]
print(s.mean(data), s.fmean(data), s.median(data), s.mode(data), s.multimode([1, 1, 2, 2]))
print(s.stdev(data), s.pstdev(data), s.variance(data), s.pvariance([1.5, 2.5]), s.quantiles(data))
print(s.median_low([1, 2]), s.median_high([1, 2]), s.geometric_mean([1, 4]), s.harmonic_mean([40, 60]))
try:
    s.mean([])
except s.StatisticsError as error:
    print(error)

# expect: 4.4 4.4 2 2 [1, 2]
# expect: 5.412947441089743 4.841487374764082 29.3 0.25 [1.5, 2.0, 8.5]
# expect: 1 2 2.0 48.0
# expect: mean requires at least one data point
