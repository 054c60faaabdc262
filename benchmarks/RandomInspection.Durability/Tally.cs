namespace RandomInspection.Durability;

/// <summary>What hosts said over some rounds on one database, and what was found.</summary>
internal sealed class Tally(string provider, string connection)
{
    private readonly List<string> _acknowledged = [];
    private readonly Dictionary<string, int> _refused = new(StringComparer.Ordinal);
    private readonly List<string> _problems = [];
    private int _commits;

    /// <summary>Adds what a host has said.</summary>
    public void Add(HostProcess host)
    {
        _acknowledged.AddRange(host.Acknowledged);
        foreach ((string code, int times) in host.Refused)
        {
            _refused[code] = _refused.GetValueOrDefault(code) + times;
        }
    }

    public void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            _problems.Add(otherwise);
        }
    }

    /// <summary>Looks at the database as a host that starts anew.</summary>
    /// <param name="isLast">Whether nothing is written after it, so that its count is the count.</param>
    public async Task LookAsync(bool isLast)
    {
        await using Store store = await Store.OpenAsync(provider, connection);
        (IEnumerable<string> problems, int commits) = await Found.InAsync(store, _acknowledged);
        _problems.AddRange(problems);
        _commits = isLast ? commits : _commits;
    }

    /// <summary>Both together: each over a database of its own.</summary>
    public Tally With(Tally other)
    {
        Tally both = new(provider, connection);
        foreach (Tally one in new[] { this, other })
        {
            both._acknowledged.AddRange(one._acknowledged);
            both._problems.AddRange(one._problems);
            both._commits += one._commits;
            foreach ((string code, int times) in one._refused)
            {
                both._refused[code] = both._refused.GetValueOrDefault(code) + times;
            }
        }

        return both;
    }

    public CrashReport Report(string what, int rounds) => new(what, rounds, _acknowledged.Count, _commits, _refused, _problems);
}
