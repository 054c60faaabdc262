using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using RandomInspection.Drawing;

namespace RandomInspection.Tests.Drawing;

/// <summary>Expected counts by §2, slowly: unbounded fractions, the design read as plain JSON, nothing of the code under test.</summary>
internal static class ExpectationOracle
{
    private static readonly BigInteger Nano = BigInteger.Pow(10, 9);

    private sealed record Row(string Stratum, string Class, BigInteger N, BigInteger D);

    /// <summary><c>stratum|class|nanos</c> in the order of cells; <see langword="null"/> if the design is refused.</summary>
    public static string[]? Expect(IEnumerable<string> lines, string design)
    {
        JsonElement json = JsonDocument.Parse(design).RootElement;
        Row[] rows = [.. lines
            .Select(l => l.Split('\t'))
            .GroupBy(f => (f[1], f[2]))
            .Select(g => new Row(g.Key.Item1, g.Key.Item2, g.Count(), g.Count(f => f[3] == "drawable")))
            .OrderBy(r => r, Comparer<Row>.Create(InOrder))];
        Dictionary<Row, BigInteger>? nanos = json.GetProperty("kind").GetString() switch
        {
            "fixed" => FixedSize(rows, json),
            "stratumSizes" => Merge(rows.GroupBy(r => r.Stratum).Select(s =>
                Share(json.GetProperty("sizes").GetProperty(s.Key).GetInt64(), [.. s], r => Weight(json, r)))),
            _ => ByRates(rows, json),
        };
        return nanos is null ? null : [.. rows.Select(r => $"{r.Stratum}|{r.Class}|{nanos[r]}")];
    }

    private static Dictionary<Row, BigInteger>? FixedSize(Row[] rows, JsonElement json)
    {
        BigInteger size = json.GetProperty("size").GetInt64();
        ImmutableHashSet<string> floored = [];
        while (true)
        {
            Row[] free = [.. rows.Where(r => !floored.Contains(r.Stratum))];
            BigInteger left = size - Sum(floored.Select(s => Floor(rows, s, json, r => Weight(json, r))));
            if (left < 0)
            {
                return null;
            }

            Dictionary<Row, BigInteger>? shared = Merge(floored
                .Select(s => Share(Floor(rows, s, json, r => Weight(json, r)), [.. rows.Where(r => r.Stratum == s)], r => Weight(json, r)))
                .Append(Share(left, free, r => Weight(json, r))));
            if (shared is null)
            {
                return null;
            }

            string[] below = [.. free.Select(r => r.Stratum).Distinct()
                .Where(s => Sum(free.Where(r => r.Stratum == s).Select(r => shared[r])) < Floor(rows, s, json, r => Weight(json, r)) * Nano)];
            if (below.Length == 0)
            {
                return shared;
            }

            floored = floored.Union(below);
        }
    }

    private static Dictionary<Row, BigInteger>? ByRates(Row[] rows, JsonElement json)
    {
        return Merge(rows.GroupBy(r => r.Stratum).Select(stratum =>
        {
            Dictionary<Row, BigInteger> plain = stratum.ToDictionary(r => r, r => BigInteger.Min(r.N * Rate(json, r), r.D * Nano));
            BigInteger floor = Floor(rows, stratum.Key, json, r => Rate(json, r));
            return Sum(plain.Values) < floor * Nano ? Share(floor, [.. stratum], r => Rate(json, r)) : plain;
        }));
    }

    private static Dictionary<Row, BigInteger>? Share(BigInteger size, Row[] rows, Func<Row, BigInteger> weight)
    {
        Row[] active = [.. rows.Where(r => r.N * weight(r) > 0 && r.D > 0)];
        if (size > Sum(active.Select(r => r.D)))
        {
            return null;
        }

        Dictionary<Row, BigInteger> nanos = rows.ToDictionary(r => r, _ => BigInteger.Zero);
        BigInteger left = size;
        while (left > 0)
        {
            BigInteger mass = Sum(active.Select(r => r.N * weight(r)));
            Row[] full = [.. active.Where(r => left * r.N * weight(r) >= r.D * mass)];
            if (full.Length == 0)
            {
                // ⌊fraction⌋ each; what is missing goes to the largest fractional parts, ties in the order of cells.
                (Row Row, BigInteger Whole, BigInteger Part)[] parts =
                    [.. active.Select(r => (r, BigInteger.DivRem(left * Nano * r.N * weight(r), mass, out BigInteger part), part))];
                BigInteger missing = (left * Nano) - Sum(parts.Select(p => p.Whole));
                Row[] lucky = [.. parts.Select((p, i) => (p, i)).OrderByDescending(x => x.p.Part).ThenBy(x => x.i).Take((int)missing).Select(x => x.p.Row)];
                foreach ((Row row, BigInteger whole, _) in parts)
                {
                    nanos[row] = whole + (lucky.Contains(row) ? 1 : 0);
                }

                return nanos;
            }

            foreach (Row row in full)
            {
                nanos[row] = row.D * Nano;
                left -= row.D;
            }

            active = [.. active.Except(full)];
        }

        return nanos;
    }

    private static BigInteger Floor(Row[] rows, string stratum, JsonElement json, Func<Row, BigInteger> weight) =>
        json.TryGetProperty("minimumPerStratum", out JsonElement minimum)
            ? BigInteger.Min(minimum.GetInt64(), Sum(rows.Where(r => r.Stratum == stratum && weight(r) > 0).Select(r => r.D)))
            : 0;

    private static BigInteger Weight(JsonElement json, Row row) => json.GetProperty("weights").GetProperty(row.Class).GetInt64();

    private static BigInteger Rate(JsonElement json, Row row)
    {
        JsonElement table = json.TryGetProperty("stratumRates", out JsonElement own) && own.TryGetProperty(row.Stratum, out JsonElement replaced)
            ? replaced
            : json.GetProperty("rates");
        return NanosOf(table.GetProperty(row.Class).GetString()!);
    }

    /// <summary>A decimal fraction of at most nine places in nanos.</summary>
    public static BigInteger NanosOf(string number)
    {
        string[] parts = number.Split('.');
        return BigInteger.Parse(parts[0] + (parts.Length == 2 ? parts[1] : "").PadRight(9, '0'), CultureInfo.InvariantCulture);
    }

    private static Dictionary<Row, BigInteger>? Merge(IEnumerable<Dictionary<Row, BigInteger>?> parts)
    {
        Dictionary<Row, BigInteger> all = [];
        foreach (Dictionary<Row, BigInteger>? part in parts)
        {
            if (part is null)
            {
                return null;
            }

            foreach ((Row row, BigInteger nanos) in part)
            {
                all.Add(row, nanos);
            }
        }

        return all;
    }

    private static BigInteger Sum(IEnumerable<BigInteger> numbers) => numbers.Aggregate(BigInteger.Zero, (a, b) => a + b);

    private static int InOrder(Row a, Row b)
    {
        (string[] left, string[] right) = (a.Stratum.Split('/'), b.Stratum.Split('/'));
        foreach ((string l, string r) in left.Zip(right))
        {
            if (InBytes(l, r) is not 0 and var order)
            {
                return order;
            }
        }

        return left.Length != right.Length ? left.Length - right.Length : InBytes(a.Class, b.Class);
    }

    private static int InBytes(string a, string b) => Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b));
}
