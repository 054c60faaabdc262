using System.Collections.Immutable;
using RandomInspection.Calendars;
using RandomInspection.Disclosure;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.Tests.Acceptance;

namespace RandomInspection.Tests.Planning;

/// <summary>Rows without those of what is secret: pages and counts as if they were not there.</summary>
public sealed class OpenViewsTests
{
    private const string Secret = "A2026-S001";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 2)]
    [InlineData(2, 5)]
    [InlineData(0, 1)]
    public async Task QueryAsync_APage_OfTheRowsThatAreSeen(int skip, int take)
    {
        using MemoryHost host = new();
        IView[] rows = [.. Enumerable.Range(1, 6).Select(i => DisclosedView.Of(i, new Disclosed(i % 2 == 0 ? $"result-{Secret}-{i}" : $"draw-{i}", DisclosureOccasion.ListDrawn, $"D{i}", "抽取结果", "scjg", "portal", MemoryHost.Morning)))];
        await host.Ledger.CommitAsync(
            new LedgerCommit(Actor.System, MemoryHost.Morning, null, [new StreamAppend("x/1", 0, [DomainEvents.Codec.Encode(new PersonalEvent.Erased([], "不再需要"))])], [.. rows]), Cancellation);
        string[] keys = [.. rows.Select(row => row.Key).Order(StringComparer.Ordinal)];
        string hidden = keys[2];
        Specification<DisclosedView> page = new(_ => true, row => row.Key) { Skip = skip, Take = take };
        OpenViews open = new(host.Views, _ => Task.FromResult(ImmutableArray.Create(hidden))), all = new(host.Views, _ => Task.FromResult(ImmutableArray<string>.Empty));
        Assert.Equal(keys.Where(key => key != hidden).Skip(skip).Take(take), (await open.QueryAsync(page, Cancellation)).Select(row => row.Key));
        Assert.Equal(keys.Skip(skip).Take(take), (await all.QueryAsync(page, Cancellation)).Select(row => row.Key));
        Assert.Equal((5, 6), (await open.CountAsync(page, Cancellation), await all.CountAsync(page, Cancellation)));
        await Assert.ThrowsAsync<ArgumentNullException>("key", () => open.FindAsync<DisclosedView>(null!, Cancellation));
        await Assert.ThrowsAsync<ArgumentNullException>("specification", () => all.CountAsync<DisclosedView>(null!, Cancellation));
    }
}
