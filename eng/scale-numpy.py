"""Draws SIZE units with numpy's weighted choice: scale-numpy.py SIZE RESTING COUNT:WEIGHT…; prints seconds, bytes above what it held before, units drawn, in the middle one of three runs."""
import os
import resource
import sys
import time

import numpy

FORGET = "/proc/self/clear_refs"

size, resting = int(sys.argv[1]), int(sys.argv[2])
classes = [tuple(map(int, text.split(":"))) for text in sys.argv[3:]]
weights = numpy.concatenate([numpy.zeros(resting)] + [numpy.full(count, float(weight)) for count, weight in classes])
generator = numpy.random.default_rng(20261126)
generator.shuffle(weights)
weights /= weights.sum()


def status(name):
    try:
        return next(1024 * int(line.split()[1]) for line in open("/proc/self/status") if line.startswith(name))
    except OSError:  # not Linux
        return 1024 * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def draw():
    if os.path.exists(FORGET):
        with open(FORGET, "w") as forget:
            forget.write("5")  # forgets the largest size so far
    before = status("VmRSS")
    start = time.perf_counter()
    drawn = generator.choice(len(weights), size=size, replace=False, p=weights)
    return time.perf_counter() - start, max(0, status("VmHWM") - before), len(drawn)


runs = [draw()]
if runs[0][0] <= 10:
    runs += [draw(), draw()]
print(*sorted(runs)[len(runs) // 2], end="")
