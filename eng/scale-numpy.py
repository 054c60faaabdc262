"""Draws SIZE units with numpy's weighted choice: scale-numpy.py SIZE RESTING COUNT:WEIGHT…; prints seconds, bytes above what it held before, units drawn."""
import resource
import sys
import time

import numpy

size, resting = int(sys.argv[1]), int(sys.argv[2])
classes = [tuple(map(int, text.split(":"))) for text in sys.argv[3:]]
weights = numpy.concatenate([numpy.zeros(resting)] + [numpy.full(count, float(weight)) for count, weight in classes])
generator = numpy.random.default_rng(20261126)
generator.shuffle(weights)
weights /= weights.sum()
try:
    with open("/proc/self/clear_refs", "w") as forget:
        forget.write("5")
    status = lambda name: next(1024 * int(line.split()[1]) for line in open("/proc/self/status") if line.startswith(name))
except OSError:  # not Linux
    status = lambda name: 1024 * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
before = status("VmRSS")
start = time.perf_counter()
drawn = generator.choice(len(weights), size=size, replace=False, p=weights)
seconds = time.perf_counter() - start
print(seconds, max(0, status("VmHWM") - before), len(drawn), end="")
