using System.Collections.Immutable;
using RandomInspection.Directories;
using RandomInspection.EntityFrameworkCore;
using RandomInspection.Ledger;

namespace RandomInspection.Tests;

/// <summary>Entries that were never this library's, in a log whose trees and heads are sound all the same: the check names what is wrong with them.</summary>
public sealed class ForgedLogTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunAsync_VersionLeftOut_NamesEntryAndGap()
    {
        await using TemporaryStore first = await StoreAsync();
        DirectoryEvent.Merged merged = await MergedAsync(first);
        // Whoever writes the second entry is made to believe that there were two before.
        Rewrite(first, "UPDATE ledger SET Version = 2 WHERE Sequence = 1");
        await using TemporaryStore second = await TemporaryStore.CreateAsync(first.Folder);
        second.IsTampered = true;
        await AppendAsync(second, 2, DomainEvents.Codec.Encode(merged with { Version = 2 }));
        Rewrite(first, "UPDATE ledger SET Version = 1 WHERE Sequence = 1");
        Refusal difference = await DifferenceAsync(second);
        Assert.Equal(("RI6077", "2", "3", "2", DirectoryEvent.Stream), (difference.Code, difference["sequence"], difference["version"], difference["expected"], difference["stream"]));
    }

    [Fact]
    public async Task RunAsync_EventWrittenOtherwise_NamesBothWritings()
    {
        await using TemporaryStore store = await StoreAsync();
        DirectoryEvent.Merged merged = await MergedAsync(store);
        EncodedEvent canonical = DomainEvents.Codec.Encode(merged with { Version = 2 });
        EncodedEvent spaced = canonical with { Data = canonical.Data.Replace("\":", "\": ", StringComparison.Ordinal) };
        await AppendAsync(store, 1, spaced);
        Refusal difference = await DifferenceAsync(store);
        Assert.Equal(("RI6079", "2", spaced.Data, canonical.Data), (difference.Code, difference["sequence"], difference["stored"], difference["computed"]));
    }

    [Fact]
    public async Task RunAsync_MergeOfOtherLines_NamesTheVersionAndBothRoots()
    {
        await using TemporaryStore store = await StoreAsync();
        DirectoryEvent.Merged merged = await MergedAsync(store);
        string otherRoot = new('0', 64);
        await AppendAsync(store, 1, DomainEvents.Codec.Encode(merged with { Version = 2, DeltaRoot = otherRoot }));
        Refusal difference = await DifferenceAsync(store);
        Assert.Equal(("RI6088", "subjects", "2", otherRoot, merged.DeltaRoot), (difference.Code, difference["directory"], difference["version"], difference["stored"], difference["computed"]));
    }

    [Fact]
    public async Task RunAsync_MergeOfOtherCounts_NamesHowManyLinesAreKept()
    {
        await using TemporaryStore store = await StoreAsync();
        DirectoryEvent.Merged merged = await MergedAsync(store);
        await AppendAsync(store, 1, DomainEvents.Codec.Encode(merged with { Version = 2, Updated = 7 }));
        Refusal difference = await DifferenceAsync(store);
        Assert.Equal(("RI6088", "500 lines"), (difference.Code, difference["computed"]));
    }

    [Fact]
    public async Task RunAsync_MergeOlderThanTheKeeping_NoDifferenceAndSaysFromWhichVersionItRecomputes()
    {
        await using TemporaryStore store = await StoreAsync();
        DirectoryEvent.Merged merged = await MergedAsync(store);
        await AppendAsync(store, 1, DomainEvents.Codec.Encode(merged with { Version = 2, Kept = null }));
        await store.ExecuteAsync("UPDATE \"directory\" SET \"Version\" = 2 WHERE \"Name\" = 'subjects'");
        await using StoreCheck check = await StoreCheck.BeginAsync(store.Services, [], Cancellation);
        Assert.Null(await check.RunAsync(Cancellation));
        Refusal note = Assert.Single(check.Notes);
        Assert.Equal(("RI6089", "subjects", "3"), (note.Code, note["directory"], note["version"]));
    }

    private static async Task<TemporaryStore> StoreAsync()
    {
        TemporaryStore store = await TemporaryStore.CreateAsync();
        store.IsTampered = true;
        return store;
    }

    private static async Task<DirectoryEvent.Merged> MergedAsync(TemporaryStore store)
    {
        using Way way = new(store);
        return await way.ImportAsync();
    }

    private static Task<ImmutableArray<LedgerEntry>> AppendAsync(TemporaryStore store, int version, EncodedEvent happened) =>
        store.Get<ILedger>().CommitAsync(new LedgerCommit(Actor.System, Way.Morning, null, [new StreamAppend(DirectoryEvent.Stream, version, [happened])], []), Cancellation);

    private static void Rewrite(TemporaryStore store, string sql)
    {
        using Tampering tampering = new(store.File, []);
        tampering.Execute(sql);
    }

    private static async Task<Refusal> DifferenceAsync(TemporaryStore store)
    {
        await using StoreCheck check = await StoreCheck.BeginAsync(store.Services, [], Cancellation);
        Refusal? difference = await check.RunAsync(Cancellation);
        Assert.NotNull(difference);
        Assert.DoesNotMatch(@"\{\w+\}", difference.Reason(Language.Chinese));
        return difference;
    }
}
