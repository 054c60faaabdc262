using System.Collections.Concurrent;
using NodaTime;

namespace RandomInspection.Web.Shared;

/// <summary>How often an address may try a code that is wrong: ten times in ten minutes. Right ones are not counted.</summary>
internal sealed class AttemptLimit
{
    /// <summary>The length of the window.</summary>
    public const int Minutes = 10;

    private const int Most = 10;
    private const int MostAddresses = 100_000;

    private readonly ConcurrentDictionary<string, (Instant Since, int Failed)> _failures = new(StringComparer.Ordinal);

    /// <summary>Whether an address may try now.</summary>
    public bool MayTry(string address, Instant now) => !_failures.TryGetValue(address, out (Instant Since, int Failed) known) || IsOver(known.Since, now) || known.Failed < Most;

    /// <summary>Counts a wrong code.</summary>
    public void Failed(string address, Instant now)
    {
        if (_failures.Count >= MostAddresses)
        {
            // Whoever is forgotten starts anew: the code's forty bits do not rest on this limit.
            _failures.Clear();
        }

        _failures.AddOrUpdate(address, (now, 1), (_, known) => IsOver(known.Since, now) ? (now, 1) : (known.Since, known.Failed + 1));
    }

    private static bool IsOver(Instant since, Instant now) => now - since >= Duration.FromMinutes(Minutes);
}
