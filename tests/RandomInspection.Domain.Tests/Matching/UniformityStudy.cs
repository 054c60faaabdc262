using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using RandomInspection.Matching;

namespace RandomInspection.Tests.Matching;

/// <summary>The table of docs/quality/matching.md: ours beside what is simpler, 20,000 draws each, if <c>RI_MATCH_STUDY</c> names the file to write (eng/match-uniformity.sh); else a short run that writes nothing.</summary>
public sealed class UniformityStudy
{
    private static readonly string? Target = Environment.GetEnvironmentVariable("RI_MATCH_STUDY");
    private static readonly int LargestEnumerated = Target is null ? 100 : 9_000;
    private static readonly double LargestError = Target is null ? 0.06 : 0.02;
    private static readonly int Draws = int.Parse(
        Environment.GetEnvironmentVariable("RI_MATCH_DRAWS") ?? (Target is null ? "1000" : "20000"), CultureInfo.InvariantCulture);

    [Fact]
    public void Study_AllMethods_OnlyOursIsUniform()
    {
        (string Name, MatchProblem Problem, int SquareSum)[] instances =
        [
            .. MatchVector.Names.Where(name => MatchVector.Of(name) is { IsFeasible: true } v && v.Known.GetProperty("balancedAssignments").GetInt32() is >= 2 and int count && count <= LargestEnumerated)
                .Select(name => (name, MatchVector.Of(name).Problem, MatchVector.Of(name).Known.GetProperty("smallestSquareSum").GetInt32())),
            .. UniformityTests.Traps.Select(trap => (trap.Data.Item1, UniformityTests.Trap(trap.Data.Item2, trap.Data.Item3), trap.Data.Item2)),
        ];
        ConcurrentDictionary<string, Uniformity[]> results = [];
        Parallel.ForEach(instances, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, instance =>
        {
            Assignments all = new(instance.Problem, instance.SquareSum);
            int[] unmixed = [.. Enumerable.Range(0, Draws).Select(i => all.Drawn(i, 0))];
            results[instance.Name] =
            [
                all.Measure(Draws, i => unmixed[i]),
                all.Measure(Draws, i => all.Cheapest(new System.Random(i))),
                all.Measure(Draws, i => all.Swapped(unmixed[i], new System.Random(i))),
                all.Measure(Draws, i => all.Drawn(i, IInspectorMatcher.DefaultMixFactor)),
            ];
        });

        StringBuilder table = new("| Instance | Balanced assignments | Random order, augmenting | Random costs | Swaps of two | Trades and hole walks |\n| --- | ---: | --- | --- | --- | --- |\n");
        foreach ((string name, _, _) in instances)
        {
            table.Append(CultureInfo.InvariantCulture, $"| {name} | {results[name][0].Degrees + 1} | {string.Join(" | ", results[name].Select(r => r.ToString()))} |\n");
        }

        Uniformity[] together = [.. Enumerable.Range(0, 4).Select(method => new Uniformity(results.Values.Sum(r => r[method].ChiSquare), results.Values.Sum(r => r[method].Degrees), results.Values.Max(r => r[method].Error)))];
        table.Append(CultureInfo.InvariantCulture, $"| rejected at 10⁻⁴ | of {instances.Length} | {string.Join(" | ", Enumerable.Range(0, 4).Select(method => results.Values.Count(r => r[method].IsRejected)))} |\n");
        table.Append(CultureInfo.InvariantCulture, $"| all together, at 10⁻³ | {together[0].Degrees + instances.Length} | {string.Join(" | ", together.Select(t => t.Words(UniformityTests.OncePerThousand)))} |\n");
        Assert.Equal(instances.Length + 4, table.ToString().Count(c => c == '\n'));
        if (Target is not null)
        {
            File.WriteAllText(Target, table.ToString());
        }

        Assert.All(results, result => Assert.False(result.Value[3].IsRejected, result.Key));
        Assert.All(results, result => Assert.InRange(result.Value[3].Error, 0, LargestError));
        Assert.True(together[3].ChiSquare <= UniformityTests.Quantile(together[3].Degrees, UniformityTests.OncePerThousand));
    }

    /// <summary>What the draws of one method say.</summary>
    private sealed record Uniformity(double ChiSquare, int Degrees, double Error)
    {
        public bool IsRejected => ChiSquare > UniformityTests.Quantile(Degrees);

        /// <summary>The verdict, chi-square in standard deviations, and the largest error of a pair's chance.</summary>
        public string Words(double normal) => string.Create(
            CultureInfo.InvariantCulture,
            $"{(ChiSquare > UniformityTests.Quantile(Degrees, normal) ? "**rejected**" : "ok")} ({Math.Round((ChiSquare - Degrees) / Math.Sqrt(2 * Degrees), 1):+0.0;-0.0;0.0}), {Error:0.000}");

        public override string ToString() => Words(UniformityTests.OncePerTenThousand);
    }

    /// <summary>All balanced assignments of a problem, in numbers: pairs, and for each assignment its pairs.</summary>
    private sealed class Assignments
    {
        private readonly MatchProblem _problem;
        private readonly Dictionary<string, int> _pairs = [];
        private readonly int[][] _all;
        private readonly Dictionary<string, int> _byLine = [];
        private readonly Dictionary<ulong, int> _byHash = [];
        private readonly ulong[] _hashes;
        private readonly (int Team, int Inspector)[] _names;
        private readonly int[,] _pairAt;

        public Assignments(MatchProblem problem, int squareSum)
        {
            _problem = problem;
            string[] allowed = new MatchOracle(problem, squareSum).Allowed;
            _all = [.. allowed.Select(line => Pairs(line).ToArray())];
            string[] ids = [.. problem.Inspectors.Select(i => i.Id)];
            _names = [.. _pairs.OrderBy(p => p.Value).Select(p => (int.Parse(p.Key.Split(' ')[0], CultureInfo.InvariantCulture), Array.IndexOf(ids, p.Key.Split(' ')[1])))];
            _pairAt = new int[problem.Visits.Sum(v => v.Teams.Length), ids.Length];
            for (int pair = 0; pair < _names.Length; pair++)
            {
                _pairAt[_names[pair].Team, _names[pair].Inspector] = pair + 1;
            }

            System.Random random = new(1);
            _hashes = [.. _names.Select(_ => (ulong)random.NextInt64())];
            for (int i = 0; i < allowed.Length; i++)
            {
                _byLine.Add(allowed[i], i);
                _byHash.Add(_all[i].Aggregate(0UL, (hash, pair) => hash ^ _hashes[pair]), i);
            }
        }

        public int Drawn(int i, int mixFactor) =>
            _byLine[MatchVector.Line(_problem, new InspectorMatcher().Match(_problem, MatchVector.Seed($"study {i}"), mixFactor).Teams)];

        /// <summary>Minimum-cost flow with random costs: the cheapest of all balanced assignments.</summary>
        public int Cheapest(System.Random random)
        {
            double[] costs = [.. _names.Select(_ => random.NextDouble())];
            return Enumerable.Range(0, _all.Length).MinBy(i =>
            {
                double sum = 0;
                foreach (int pair in _all[i])
                {
                    sum += costs[pair];
                }

                return sum;
            });
        }

        /// <summary>A hundred swaps of two inspectors for each seat.</summary>
        public int Swapped(int start, System.Random random)
        {
            int[] seats = [.. _all[start]];
            ulong hash = seats.Aggregate(0UL, (hash, pair) => hash ^ _hashes[pair]);
            for (int round = 0; round < 100 * seats.Length; round++)
            {
                (int x, int y) = (random.Next(seats.Length), random.Next(seats.Length));
                if (Pair(_names[seats[x]].Team, _names[seats[y]].Inspector) is { } atX && Pair(_names[seats[y]].Team, _names[seats[x]].Inspector) is { } atY)
                {
                    ulong swapped = hash ^ _hashes[seats[x]] ^ _hashes[seats[y]] ^ _hashes[atX] ^ _hashes[atY];
                    if (_byHash.ContainsKey(swapped))
                    {
                        (seats[x], seats[y], hash) = (atX, atY, swapped);
                    }
                }
            }

            return _byHash[hash];
        }

        public Uniformity Measure(int draws, Func<int, int> draw)
        {
            int[] counts = new int[_all.Length];
            for (int i = 0; i < draws; i++)
            {
                counts[draw(i)]++;
            }

            double expected = (double)draws / _all.Length;
            double[] due = new double[_names.Length], found = new double[_names.Length];
            for (int i = 0; i < _all.Length; i++)
            {
                foreach (int pair in _all[i])
                {
                    due[pair] += 1.0 / _all.Length;
                    found[pair] += (double)counts[i] / draws;
                }
            }

            return new Uniformity(counts.Sum(c => (c - expected) * (c - expected) / expected), _all.Length - 1, due.Zip(found).Max(p => Math.Abs(p.First - p.Second)));
        }

        private int? Pair(int team, int inspector) => _pairAt[team, inspector] is > 0 and int pair ? pair - 1 : null;

        private IEnumerable<int> Pairs(string line)
        {
            foreach ((int team, string inspectors) in line.Split('|').Index())
            {
                foreach (string inspector in inspectors.Split(',', StringSplitOptions.RemoveEmptyEntries))
                {
                    string pair = $"{team} {inspector}";
                    _pairs.TryAdd(pair, _pairs.Count);
                    yield return _pairs[pair];
                }
            }
        }
    }
}
