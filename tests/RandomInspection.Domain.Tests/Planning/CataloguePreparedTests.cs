using System.Collections.Immutable;
using RandomInspection.Catalogue;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.SampleData;
using RandomInspection.Tests.Acceptance;

namespace RandomInspection.Tests.Planning;

/// <summary>Items that another system has, prepared as a version: what is new is added, what differs revised, and of a full list what is missing taken out.</summary>
public sealed class CataloguePreparedTests
{
    private static readonly ImmutableArray<InspectionItem> Items = [.. MemoryHost.MarketItems.Take(3)];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PrepareAsync_AgainAndAgain_OnlyWhatDiffersIsWritten()
    {
        using MemoryHost host = MemoryHost.WithoutCatalogue();
        Assert.Equal(["Begun", "ItemAdded", "ItemAdded"], await PrepareAsync(host, Items[..2], isFull: false));
        Assert.Empty(await PrepareAsync(host, Items[..2], isFull: false));
        Assert.Empty(await PrepareAsync(host, Items[..2], isFull: true));
        Assert.Equal(["ItemRevised"], await PrepareAsync(host, [Items[0] with { RatioPercent = 7 }], isFull: false));
        Assert.Equal(["ItemAdded", "ItemRemoved", "ItemRemoved"], await PrepareAsync(host, [Items[2]], isFull: true));
        Assert.Equal([Items[2].Code], (await host.Catalogues.FindAsync(SampleDepartments.Market, Cancellation)).Draft!.Items.Select(item => item.Code));
    }

    [Fact]
    public async Task PrepareAsync_NothingButABeginning_NothingIsWritten()
    {
        using MemoryHost host = MemoryHost.WithoutCatalogue();
        Assert.Empty(await PrepareAsync(host, [], isFull: true));
        Assert.Null((await host.Catalogues.FindAsync(SampleDepartments.Market, Cancellation)).Draft);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AddOrPrepareAsync_CodeOfAnotherDepartment_RI2423(bool isPublished)
    {
        using MemoryHost host = MemoryHost.WithoutCatalogue();
        await PrepareAsync(host, Items[..2], isFull: false);
        if (isPublished)
        {
            await host.PassVersionAsync();
        }

        Acting other = new(new Person("sheng", "生", "Sheng", SampleDepartments.Ecology, [Role.Drafter]), MemoryHost.Morning);
        await host.Catalogues.BeginAsync(other, SampleDepartments.Ecology, "首次编制", Cancellation);
        foreach (InspectionItem taken in Items[..2])
        {
            InspectionItem item = taken with { DepartmentId = SampleDepartments.Ecology };
            Assert.Equal(item.Code, (await host.RefusedAsync("RI2423", () => host.Catalogues.AddAsync(other, SampleDepartments.Ecology, item, Cancellation)))["item"]);
            await host.RefusedAsync("RI2423", () => host.Catalogues.PrepareAsync(other, SampleDepartments.Ecology, "接收", [item], false, Cancellation));
        }

        await host.Catalogues.AddAsync(other, SampleDepartments.Ecology, Items[2] with { DepartmentId = SampleDepartments.Ecology }, Cancellation);
    }

    /// <summary>What was written by it, as the names of the events.</summary>
    private static async Task<string[]> PrepareAsync(MemoryHost host, ImmutableArray<InspectionItem> items, bool isFull)
    {
        int before = (await host.EntriesAsync()).Length;
        await host.Catalogues.PrepareAsync(MemoryHost.As(Role.Drafter), SampleDepartments.Market, "接收上级系统的事项", items, isFull, Cancellation);
        return [.. (await host.Ledger.ReadAsync(LedgerLog.Public, before, int.MaxValue, Cancellation)).Select(entry => DomainEvents.Codec.Decode(entry).GetType().Name)];
    }
}
