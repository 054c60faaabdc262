using System.Collections.Immutable;
using System.Globalization;
using RandomInspection.Drawing;

namespace RandomInspection.Benchmarks.Scale;

/// <summary>What <c>scale</c> and <c>scale-peers</c> are told.</summary>
internal sealed record ScaleOptions
{
    public const string Usage = """
        scale        [--units N] [--threads N] [--source generated|file|sqlite|postgres] [--postgres CONNECTION] [--rate R] [--check]
        scale-peers  [--units N] [--threads N] [--rate R] [--peers linq,strings,spans,numpy,duckdb,postgres] [--python PATH] [--postgres CONNECTION]
        """;

    public int Units { get; init; } = 1_000_000;

    public int Threads { get; init; } = Environment.ProcessorCount;

    public string Source { get; private init; } = "generated";

    /// <summary>Compare with <see cref="DrawEngine"/> before anything is printed.</summary>
    public bool Check { get; private init; }

    public ImmutableSortedDictionary<string, int> Rates { get; private init; } = RateTable.Henan2021.Nanos;

    public ImmutableArray<string> Peers { get; private init; } = ScalePeers.Names;

    /// <summary>The Python that has numpy.</summary>
    public string Python { get; private init; } = "python3";

    /// <summary>How to reach a PostgreSQL server; <see langword="null"/> where there is none.</summary>
    public string? Postgres { get; private init; }

    public DrawDesign Design => new DrawDesign.Rates(Rates, ImmutableSortedDictionary<Stratum, ImmutableSortedDictionary<string, int>>.Empty) { ReservesPerCell = 2 };

    /// <summary>Reads the words behind the command.</summary>
    /// <param name="words">The words.</param>
    /// <exception cref="ScaleOptionException">An option is not known, or a value is not one.</exception>
    public static ScaleOptions Of(ReadOnlySpan<string> words)
    {
        ScaleOptions options = new();
        for (int i = 0; i < words.Length; i++)
        {
            string name = words[i];
            if (name == "--check")
            {
                options = options with { Check = true };
                continue;
            }

            string value = i + 1 < words.Length ? words[++i] : throw new ScaleOptionException($"{name}: is not known, or has no value.");
            options = name switch
            {
                "--units" => options with { Units = Whole(name, value, int.MaxValue - 4096) },
                "--threads" => options with { Threads = Whole(name, value, 1024) },
                "--source" => options with { Source = OneOf(name, value, ScaleSources.Names) },
                "--rate" => options with { Rates = RateTable.Henan2021.Nanos.ToImmutableSortedDictionary(rate => rate.Key, _ => Nanos(name, value)) },
                "--peers" => options with { Peers = [.. value.Split(',').Select(peer => OneOf(name, peer, ScalePeers.Names))] },
                "--python" => options with { Python = value },
                "--postgres" => options with { Postgres = value },
                _ => throw new ScaleOptionException($"{name}: is not known."),
            };
        }

        return options.Check && options.Units > ScaleRun.MostChecked
            ? throw new ScaleOptionException($"--check: holds every unit as an object; {ScaleRun.MostChecked:N0} units at most.")
            : options;
    }

    private static int Whole(string name, string value, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 && number <= most
            ? number
            : throw new ScaleOptionException($"{name} {value}: a whole number from 1 to {most}.");

    private static int Nanos(string name, string value) =>
        decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal rate) && rate is > 0 and <= 1
            ? (int)(rate * CellExpectation.NanosPerUnit)
            : throw new ScaleOptionException($"{name} {value}: a rate above 0, at most 1.");

    private static string OneOf(string name, string value, ImmutableArray<string> known) =>
        known.Contains(value) ? value : throw new ScaleOptionException($"{name} {value}: one of {string.Join(", ", known)}.");
}
