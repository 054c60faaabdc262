using System.Collections.Immutable;
using NodaTime;
using RandomInspection.EntityFrameworkCore;
using RandomInspection.Ledger;

namespace RandomInspection.Tests;

/// <summary>Streams are kept as long as they are short, however they grew.</summary>
public sealed class KeptStreamsTests
{
    [Fact]
    public void Keep_GrowingStream_KeptUntilItIsLong()
    {
        using KeptStreams streams = new();
        ImmutableArray<LedgerEntry> entries = [];
        int kept = 0;
        for (int version = 1; version <= 20; version++)
        {
            entries = entries.Add(Entry(version, 100_000));
            streams.Keep("visit/V1", entries);
            Assert.True(streams.Find("visit/V1").IsDefault || streams.Find("visit/V1") == entries);
            kept += streams.Find("visit/V1").IsDefault ? 0 : 1;
        }

        Assert.Equal(10, kept); // 1 MiB
    }

    [Fact]
    public void Keep_AsLongAsOneThatIsKept_ButAnother_CountedAnew()
    {
        using KeptStreams streams = new();
        streams.Keep("visit/V1", [Entry(1, 10), Entry(2, 10)]);
        streams.Keep("visit/V1", [Entry(1, 600_000), Entry(2, 600_000), Entry(3, 10)]);
        Assert.True(streams.Find("visit/V1").IsDefault);
        streams.Keep("visit/V1", [Entry(1, 10)]);
        streams.Keep("visit/V1", []);
        Assert.True(streams.Find("visit/V1").IsDefault);
    }

    private static LedgerEntry Entry(int version, int length) =>
        new(version, "visit/V1", version, "visit.begun", new Actor("qiu", Role.Inspector), null, Instant.FromUtc(2026, 11, 27, 1, 0), new string('x', length));
}
