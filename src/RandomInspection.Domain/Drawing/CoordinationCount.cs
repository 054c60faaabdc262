using System.Collections.Immutable;
using System.Numerics;

namespace RandomInspection.Drawing;

/// <summary>One task of a draw as coordination counts it.</summary>
/// <param name="Frame">Its frame.</param>
/// <param name="Expected">What its design promises each cell of the frame.</param>
/// <param name="Selected">The ids that were selected, distinct, in any order.</param>
public sealed record CoordinatedTask(Frame Frame, ImmutableArray<CellExpectation> Expected, ImmutableArray<string> Selected);

/// <summary>Counts how the tasks of one draw meet.</summary>
/// <remarks>
/// Inclusion probabilities are exact fractions, so what separate draws were expected to give follows exactly from them: a subject is
/// missed by all with the product of the chances of being missed by each, seeds being independent.
/// </remarks>
public static class CoordinationCount
{
    /// <summary>The figures of these tasks.</summary>
    /// <param name="tasks">The tasks, one or more.</param>
    /// <exception cref="ArgumentException">A cell of a frame has no expectation.</exception>
    /// <remarks>O(units × tasks): the frames, which are in the order of ids, are read once, side by side.</remarks>
    public static Coordination Of(IReadOnlyList<CoordinatedTask> tasks)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        ArgumentOutOfRangeException.ThrowIfZero(tasks.Count, nameof(tasks));
        Combinations combinations = new(tasks);
        HashSet<string>[] selected = [.. tasks.Select(t => t.Selected.ToHashSet(StringComparer.Ordinal))];
        int[] next = new int[tasks.Count];
        int[] cells = new int[tasks.Count];
        long subjects = 0, inSeveralFrames = 0, distinct = 0, inSeveral = 0;
        while (Least(tasks, next) is { } id)
        {
            int frames = 0, times = 0;
            for (int t = 0; t < tasks.Count; t++)
            {
                ImmutableArray<FrameUnit> units = tasks[t].Frame.Units;
                bool stands = next[t] < units.Length && units[next[t]].Id == id;
                cells[t] = stands ? combinations.CellOf(t, units[next[t]]) : Combinations.Absent;
                if (stands)
                {
                    next[t]++;
                    frames++;
                    times += selected[t].Contains(id) ? 1 : 0;
                }
            }

            combinations.Add(cells);
            subjects++;
            inSeveralFrames += frames > 1 ? 1 : 0;
            distinct += times > 0 ? 1 : 0;
            inSeveral += times > 1 ? 1 : 0;
        }

        (long separateDistinct, long separateInSeveral, long count) = combinations.Expectation();
        return new Coordination(
            tasks.Count, subjects, inSeveralFrames, tasks.Sum(t => (long)t.Selected.Length), distinct, inSeveral, separateDistinct, separateInSeveral, count);
    }

    /// <summary>The smallest id that no frame has passed yet; <see langword="null"/> at the end of all.</summary>
    private static string? Least(IReadOnlyList<CoordinatedTask> tasks, int[] next)
    {
        string? least = null;
        for (int t = 0; t < next.Length; t++)
        {
            ImmutableArray<FrameUnit> units = tasks[t].Frame.Units;
            // Stryker disable once Equality: the same id is the same id
            if (next[t] < units.Length && (least is null || string.CompareOrdinal(units[next[t]].Id, least) < 0))
            {
                least = units[next[t]].Id;
            }
        }

        return least;
    }

    /// <summary>How many subjects have the same cells in all tasks: they have the same chances.</summary>
    private sealed class Combinations
    {
        /// <summary>Not in the frame, or resting: it cannot be selected.</summary>
        public const int Absent = -1;

        private readonly Dictionary<Cell, int>[] _cells;
        private readonly (BigInteger Selected, BigInteger All)[][] _chances;
        private readonly Dictionary<(int Node, int Cell), int> _nodes = [];
        private readonly List<(int[] Cells, long Subjects)> _leaves = [];
        private readonly Dictionary<int, int> _leafOf = [];

        public Combinations(IReadOnlyList<CoordinatedTask> tasks)
        {
            _cells = [.. tasks.Select(t => t.Expected.Select((e, i) => (e.Count.Cell, i)).ToDictionary(c => c.Cell, c => c.i))];
            _chances = [.. tasks.Select(t => t.Expected.Select(e => ((BigInteger)e.ExpectedNano, (BigInteger)e.Count.Drawable * CellExpectation.NanosPerUnit)).ToArray())];
        }

        public int CellOf(int task, FrameUnit unit) =>
            !_cells[task].TryGetValue(new Cell(unit.Stratum, unit.Class), out int cell)
                ? throw new ArgumentException($"The cell {unit.Stratum} {unit.Class} has no expectation.")
                : unit.Standing == Standing.Drawable ? cell : Absent;

        public void Add(int[] cells)
        {
            int node = 0;
            foreach (int cell in cells)
            {
                if (!_nodes.TryGetValue((node, cell), out int child))
                {
                    _nodes.Add((node, cell), child = _nodes.Count + 1);
                }

                node = child;
            }

            if (_leafOf.TryGetValue(node, out int leaf))
            {
                _leaves[leaf] = (_leaves[leaf].Cells, _leaves[leaf].Subjects + 1);
            }
            else
            {
                _leafOf.Add(node, _leaves.Count);
                _leaves.Add(([.. cells], 1));
            }
        }

        /// <summary>Expected subjects that independent seeds select once or more, and twice or more, in nanos.</summary>
        public (long Distinct, long InSeveral, long Count) Expectation()
        {
            BigInteger distinct = 0, inSeveral = 0;
            foreach ((int[] cells, long subjects) in _leaves)
            {
                // Over the common denominator: none selects it, exactly one does.
                BigInteger all = 1, none = 1, one = 0;
                for (int t = 0; t < cells.Length; t++)
                {
                    if (cells[t] != Absent)
                    {
                        (BigInteger chosen, BigInteger total) = _chances[t][cells[t]];
                        one = (one * (total - chosen)) + (none * chosen);
                        none *= total - chosen;
                        all *= total;
                    }
                }

                distinct += subjects * CellExpectation.NanosPerUnit * (all - none) / all;
                inSeveral += subjects * CellExpectation.NanosPerUnit * (all - none - one) / all;
            }

            return ((long)distinct, (long)inSeveral, _leaves.Count);
        }
    }
}
