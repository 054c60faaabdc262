using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Inspections;
using RandomInspection.Ledger;

namespace RandomInspection.Tests.Ledger;

/// <summary>What was decoded once is given again, and only where it stands.</summary>
public sealed class DecodedStreamTests
{
    private static readonly ImmutableArray<LedgerEntry> Stream = [.. Enumerable.Range(1, 6).Select(version => Entry(version, $"第{version}项"))];

    [Fact]
    public void Events_StreamThatGrew_OldOnesAreTheSameObjects()
    {
        DecodedStream decoded = new();
        ImmutableArray<VisitEvent.ResultEntered> three = Read(decoded, Stream[..3]);
        ImmutableArray<VisitEvent.ResultEntered> six = Read(decoded, Stream);
        Assert.Equal(["第1项", "第2项", "第3项", "第4项", "第5项", "第6项"], six.Select(e => e.Item));
        Assert.All(three.Zip(six), pair => Assert.Same(pair.First, pair.Second));
        Assert.Equal(six[..2], Read(decoded, Stream[..2]));
        Assert.Same(six[5], Read(decoded, Stream)[5]); // who read less took nothing away
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(8)]
    public void Events_StreamThatWasPutBackAndGrewOtherwise_AsItsEntriesSay(int length)
    {
        DecodedStream decoded = new();
        Read(decoded, Stream);
        ImmutableArray<LedgerEntry> other = [.. Stream[..2], .. Enumerable.Range(3, length - 2).Select(version => Entry(version, $"另{version}"))];
        Assert.Equal(other.Select(e => e.Data), Read(decoded, other).Select(e => DomainEvents.Codec.Encode(e).Data));
        Assert.Equal(Stream.Select(e => e.Data), Read(decoded, Stream).Select(e => DomainEvents.Codec.Encode(e).Data));
    }

    [Fact]
    public void Events_ReadAtOnceByMany_EachAsItsEntriesSay()
    {
        DecodedStream decoded = new();
        Parallel.For(0, 200, i => Assert.Equal(Stream[..(1 + (i % 6))].Select(e => e.Data), Read(decoded, Stream[..(1 + (i % 6))]).Select(e => DomainEvents.Codec.Encode(e).Data)));
    }

    [Fact]
    public void Events_EntryThatCannotBeRead_ThrowsAndLeavesTheOthers()
    {
        DecodedStream decoded = new();
        ImmutableArray<LedgerEntry> torn = [.. Stream[..3], Stream[3] with { Data = "{" }];
        Assert.Throws<InvalidOperationException>(() => Read(decoded, torn));
        Assert.Equal(4, Read(decoded, Stream[..4]).Length);
    }

    private static ImmutableArray<VisitEvent.ResultEntered> Read(DecodedStream decoded, ImmutableArray<LedgerEntry> entries) =>
        decoded.Events<VisitEvent.ResultEntered>(DomainEvents.Codec, entries);

    private static LedgerEntry Entry(int version, string item)
    {
        EncodedEvent happened = DomainEvents.Codec.Encode(new VisitEvent.ResultEntered(item, ItemResult.NoProblemFound, "", "qiu"));
        return new LedgerEntry(version + 10, "visit/V1", version, happened.Type, new Actor("qiu", Role.Inspector), null, Instant.FromUtc(2026, 11, 27, 1, 0), happened.Data);
    }
}
