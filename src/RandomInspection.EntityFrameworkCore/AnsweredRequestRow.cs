using System.Globalization;
using NodaTime;
using RandomInspection.Ledger;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>A commit of a request that was carried out; what it wrote is a line for each stream: first version, last version, stream.</summary>
internal sealed class AnsweredRequestRow
{
    public string Key { get; set; } = "";

    public int Part { get; set; }

    public Instant At { get; set; }

    public string Payload { get; set; } = "";

    public string Written { get; set; } = "";

    public static AnsweredRequestRow Of(LedgerCommit commit) => new()
    {
        Key = commit.Request!.Key,
        Part = commit.Request.Part,
        At = commit.At,
        Payload = commit.Request.Payload,
        Written = string.Join('\n', WrittenEntries.Of(commit).Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.First} {one.Last} {one.Stream}"))),
    };

    public KeptRequest ToKept() => new(
        new AnsweredRequest(Key, Payload, Part),
        At,
        [
            .. Written.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ', 3))
                .Select(parts => new WrittenEntries(parts[2], int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture))),
        ]);
}
