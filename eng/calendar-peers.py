"""Measures numpy's busday_offset on the events of the benchmark, with the exact off-day list, and checks that it agrees.

Reads what `RandomInspection.Benchmarks days` writes: E event deadline, W/R day. Prints ns per deadline, or nothing without numpy.
"""
import sys
import timeit

try:
    import numpy
except ImportError:
    sys.exit("numpy is not there: apt-get install python3-numpy; its row is left out.")

TEN = 10
lines = [line.split() for line in open(sys.argv[1], encoding="ascii")]
events = numpy.array([line[1] for line in lines if line[0] == "E"], dtype="datetime64[D]")
due = numpy.array([line[2] for line in lines if line[0] == "E"], dtype="datetime64[D]")
off = numpy.array([line[1] for line in lines if line[0] == "R"], dtype="datetime64[D]")

# A make-up Saturday cannot be said as an exception in numpy: the week has seven working days, and every day off is listed.
calendar = numpy.busdaycalendar(weekmask="1111111", holidays=off)


def offset(dates):
    # roll="backward" puts a rest day on the working day before it, from which ten are counted: the day of the event itself is not.
    return numpy.busday_offset(dates, TEN, roll="backward", busdaycal=calendar)


assert (offset(events) == due).all(), "numpy disagrees"
runs = 50
whole = min(timeit.repeat(lambda: offset(events), number=runs, repeat=7)) / runs / len(events) * 1e9
one = events[0]
single = min(timeit.repeat(lambda: offset(one), number=20000, repeat=5)) / 20000 * 1e9
print(f"{numpy.__version__}\t{whole:.1f}\t{single:.0f}")
