using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.SampleData;

namespace RandomInspection.Tests;

/// <summary>The inspector directory as a table: merged with its ledger entry, read back as it was written.</summary>
public abstract class InspectorStoreTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task MergeInspectorsAsync_InsertUpdateUnchanged_CountedAndKept()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        IInspectorDirectory directory = store.Get<IInspectorDirectory>();
        Assert.Equal(0, await directory.VersionAsync(Cancellation));
        Inspector[] some = [.. SampleInspectors.All.Take(20)];
        Assert.Equal((1, 20, 0, 0), Counts(await Merge(store, some)));
        Assert.Equal((2, 0, 0, 20), Counts(await Merge(store, some)));
        Inspector renamed = some[3] with { Name = "𠮷 100%_改名", Regions = [], Capacity = null };
        Assert.Equal((3, 2, 1, 4), Counts(await Merge(store, [.. some[..3], renamed, some[9], .. SampleInspectors.All[20..22]])));

        Assert.Equal(3, await directory.VersionAsync(Cancellation));
        Assert.Equal(renamed, await directory.FindAsync(renamed.Id, Cancellation));
        Assert.Null(await directory.FindAsync("nobody", Cancellation));
        Assert.Equal([renamed], (await directory.SearchAsync("100%_", null, 0, 10, Cancellation)).Page);
        Assert.Equal((1, 22L), await directory.SearchAsync("", null, 21, 10, Cancellation) is var (page, total) ? (page.Length, total) : default);
        Assert.Equal(2, (await directory.FindAsync([some[0].Id, renamed.Id, "nobody"], Cancellation)).Count);
        Assert.Equal(((long?)1, (long?)3, null), (await directory.SinceAsync(some[0].Id, Cancellation), await directory.SinceAsync(renamed.Id, Cancellation), await directory.SinceAsync("nobody", Cancellation)));
        Assert.Equal(
            SampleInspectors.All.Take(22).Select(i => i.Id == renamed.Id ? renamed : i).OrderBy(i => i.Id, StringComparer.Ordinal), await ReadAsync(directory, null));
        Assert.Equal(3, (await store.Get<ILedger>().ReadStreamAsync(InspectorDirectoryEvent.Stream, Cancellation)).Length);
        await LedgerAssert.IsSoundAsync(store);

        static (long, int, int, int) Counts(InspectorDirectoryEvent.Merged m) => (m.Version, m.Inserted, m.Updated, m.Unchanged);
    }

    [Fact]
    public async Task SearchAndRead_ByDepartment_OnlyItsOwnInTheOrderOfIds()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        IInspectorDirectory directory = store.Get<IInspectorDirectory>();
        await Merge(store, SampleInspectors.All);
        string[] own = [.. SampleInspectors.All.Where(i => i.DepartmentId == SampleDepartments.Ecology).Select(i => i.Id).Order(StringComparer.Ordinal)];
        Assert.Equal(own, (await ReadAsync(directory, SampleDepartments.Ecology)).Select(i => i.Id));
        (ImmutableArray<Inspector> page, long total) = await directory.SearchAsync("sthj-1", SampleDepartments.Ecology, 2, 3, Cancellation);
        Assert.Equal(10, total);
        Assert.Equal(["sthj-12", "sthj-13", "sthj-14"], page.Select(i => i.Id));
        Assert.Equal(0, (await directory.SearchAsync("sthj", SampleDepartments.Market, 0, 3, Cancellation)).Total);
        Assert.Equal("lv", Assert.Single((await directory.SearchAsync("吕青山", null, 0, 3, Cancellation)).Page).Id);
    }

    [Fact]
    public async Task VersionAsync_BothDirectories_EachItsOwn()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        await Merge(store, SampleInspectors.All);
        await Merge(store, SampleInspectors.All);
        Assert.Equal((0, 2), (await store.Get<ISubjectDirectory>().VersionAsync(Cancellation), await store.Get<IInspectorDirectory>().VersionAsync(Cancellation)));
        using Way way = new(store);
        await way.ImportAsync(10);
        Assert.Equal((1, 2), (await store.Get<ISubjectDirectory>().VersionAsync(Cancellation), await store.Get<IInspectorDirectory>().VersionAsync(Cancellation)));
    }

    [Fact]
    public async Task MergeInspectorsAsync_AnyInspectors_ReadBackAsTheyWere()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        Inspector[] any = [.. Gen.Choose(0, int.MaxValue).Sample(300).Distinct().Select(AnyInspector.Of)];
        await Merge(store, any);
        Assert.Equal(any.OrderBy(i => i.Id, StringComparer.Ordinal), await ReadAsync(store.Get<IInspectorDirectory>(), null));
        Assert.Equal((0, 0, any.Length), await Merge(store, any) is var again ? (again.Inserted, again.Updated, again.Unchanged) : default);
    }

    [Fact]
    public async Task MergeInspectorsAsync_AnotherMergeInBetween_RefusedAndNothingWritten()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        await Merge(store, SampleInspectors.All.Take(2));
        ILedger ledger = store.Get<ILedger>();
        LedgerHead before = await ledger.HeadAsync(LedgerLog.Public, Cancellation);
        LedgerCommit stale = new(
            Actor.System,
            Way.Morning,
            null,
            [new StreamAppend(InspectorDirectoryEvent.Stream, 0, [store.Get<EventCodec>().Encode(new InspectorDirectoryEvent.Merged(1, "x", "x", "x", 1, 0, 0, 0, 0))])],
            [],
            new InspectorMerge(1, [SampleInspectors.All[5]]));
        AppendConflictException conflict = await Assert.ThrowsAsync<AppendConflictException>(() => ledger.CommitAsync(stale, Cancellation));
        Assert.Equal((InspectorDirectoryEvent.Stream, 0, 1, "RI6001"), (conflict.Stream, conflict.Expected, conflict.Actual, conflict.Refusal.Code));
        Assert.Equal(before, await ledger.HeadAsync(LedgerLog.Public, Cancellation));
        Assert.Null(await store.Get<IInspectorDirectory>().FindAsync(SampleInspectors.All[5].Id, Cancellation));
    }

    [Fact]
    public async Task Ledger_MergedInspectors_NoNameOrCertificateStandsInIt()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        await Merge(store, SampleInspectors.All);
        string data = string.Concat((await store.Get<ILedger>().ReadAsync(LedgerLog.Public, 0, int.MaxValue, Cancellation)).Select(e => e.Data));
        Assert.All(SampleInspectors.All, inspector => Assert.DoesNotContain(inspector.Name, data, StringComparison.Ordinal));
        Assert.DoesNotContain("示A", data, StringComparison.Ordinal);
    }

    private static Task<InspectorDirectoryEvent.Merged> Merge(TemporaryStore store, IEnumerable<Inspector> inspectors) =>
        store.Get<DirectoryWorkflow>().MergeInspectorsAsync(
            new Actor("ku", Role.DirectoryKeeper), new InspectorFile("x.csv", new string('0', 64), [.. inspectors], 0, 0), Way.Morning, Cancellation);

    private static async Task<List<Inspector>> ReadAsync(IInspectorDirectory directory, string? department)
    {
        List<Inspector> all = [];
        await foreach (Inspector inspector in directory.ReadAsync(department, Cancellation))
        {
            all.Add(inspector);
        }

        return all;
    }
}
