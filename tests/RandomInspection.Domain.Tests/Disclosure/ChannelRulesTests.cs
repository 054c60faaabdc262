using System.Collections.Immutable;
using RandomInspection.Disclosure;
using RandomInspection.Storage;

namespace RandomInspection.Tests.Disclosure;

/// <summary>A channel keeps the same item once, takes revisions in order, and nothing after a withdrawal.</summary>
public sealed class ChannelRulesTests
{
    private const string Key = "result-P2026-001-T01-V0001";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SendAsync_PublishedCorrectedWithdrawn_ReceiptsInOrderAndTheLastIsRead()
    {
        LedgerChannel channel = Channel(out InMemoryStore store);
        Assert.Null(await channel.FindAsync(Key, Cancellation));
        Assert.Null(await channel.ReadAsync(Key, Cancellation));
        foreach (ChannelItem item in (ChannelItem[])[Item(1), Item(2, ChannelStep.Corrected), Item(3, ChannelStep.Withdrawn)])
        {
            ChannelReceipt receipt = await channel.SendAsync(item, Cancellation);
            Assert.Equal(("portal", Key, item.Revision, item.Step, item.At, item.Digest), (receipt.Channel, receipt.Key, receipt.Revision, receipt.Step, receipt.At, receipt.Digest));
            Assert.Equal(receipt, await channel.FindAsync(Key, Cancellation));
            Assert.Equal(item.Content, await channel.ReadAsync(Key, Cancellation));
        }

        Assert.Equal(3, (await store.Ledger.ReadStreamAsync($"channel/portal/{Key}", Cancellation)).Select(e => e.Data).Distinct().Count());
        Assert.Null(await channel.FindAsync("another", Cancellation));
    }

    [Fact]
    public async Task SendAsync_TheSameItemAgainLater_TheFirstReceiptAndNoSecondEntry()
    {
        LedgerChannel channel = Channel(out InMemoryStore store);
        ChannelReceipt first = await channel.SendAsync(Item(1), Cancellation);
        await channel.SendAsync(Item(2, ChannelStep.Corrected), Cancellation);
        Assert.Equal(first, await channel.SendAsync(Item(1) with { At = Duties.Now + NodaTime.Duration.FromDays(1) }, Cancellation));
        Assert.Equal(2, (await store.Ledger.ReadStreamAsync($"channel/portal/{Key}", Cancellation)).Length);
    }

    [Fact]
    public async Task SendAsync_SixtyFourDifferentItemsAtOnce_OneIsAccepted()
    {
        LedgerChannel channel = Channel(out _);
        object[] outcomes = await Task.WhenAll(Enumerable.Range(0, 64).Select(i => Task.Run<object>(async () =>
        {
            try
            {
                return await channel.SendAsync(Item(1) with { Content = $"{{\"n\":{i}}}" }, Cancellation);
            }
            catch (InputRefusedException refused)
            {
                return refused.Refusal.Code;
            }
        })));
        Assert.Equal(await channel.FindAsync(Key, Cancellation), Assert.Single(outcomes.OfType<ChannelReceipt>()));
        Assert.All(outcomes.OfType<string>(), code => Assert.Equal("RI2220", code));
    }

    [Theory]
    [InlineData("other content", 1, ChannelStep.Published, "RI2220")]
    [InlineData("{}", 1, ChannelStep.Corrected, "RI2220")]
    [InlineData("{}", 3, ChannelStep.Corrected, "RI2221")]
    [InlineData("{}", 2, ChannelStep.Published, "RI2221")]
    public async Task SendAsync_AfterOnePublication_Refused(string content, int revision, ChannelStep step, string code)
    {
        LedgerChannel channel = Channel(out InMemoryStore store);
        await channel.SendAsync(Item(1), Cancellation);
        await RefusedAsync(channel, Item(revision, step) with { Content = content }, code);
        Assert.Single(await store.Ledger.ReadStreamAsync($"channel/portal/{Key}", Cancellation));
    }

    [Theory]
    [InlineData(1, ChannelStep.Corrected, "RI2223")]
    [InlineData(1, ChannelStep.Withdrawn, "RI2223")]
    [InlineData(2, ChannelStep.Published, "RI2221")]
    public async Task SendAsync_NothingPublished_Refused(int revision, ChannelStep step, string code) =>
        await RefusedAsync(Channel(out _), Item(revision, step), code);

    [Theory]
    [InlineData(ChannelStep.Published)]
    [InlineData(ChannelStep.Corrected)]
    [InlineData(ChannelStep.Withdrawn)]
    public async Task SendAsync_AfterWithdrawal_Refused(ChannelStep step)
    {
        LedgerChannel channel = Channel(out _);
        await channel.SendAsync(Item(1), Cancellation);
        await channel.SendAsync(Item(2, ChannelStep.Withdrawn), Cancellation);
        await RefusedAsync(channel, Item(3, step), "RI2222");
    }

    [Fact]
    public async Task ChannelFailed_AnyCause_RI2224WithChannelAndKey()
    {
        IOException cause = new("gone");
        ChannelFailedException failed = new(DisclosureChannels.CreditShenyang, Key, cause);
        Assert.Equal(("RI2224", Key, DisclosureChannels.CreditShenyang, cause), (failed.Refusal.Code, failed.Key, failed.Channel, failed.InnerException));
        Assert.Contains("信用中国（辽宁沈阳）", failed.Refusal.Reason(Language.Chinese), StringComparison.Ordinal);
        await Task.CompletedTask;
    }

    [Fact]
    public void DisclosureChannels_NamedAndConnected_OneListAndTheConnectedOnesAreFound()
    {
        LedgerChannel portal = Channel(out InMemoryStore store);
        LedgerChannel own = new(new DisclosureChannel("city", "市政府门户网站", "The city's website"), store.Ledger, store.Evidence, DomainEvents.Codec);
        DisclosureChannels channels = new(DisclosureChannels.Shenyang, [own, portal]);
        Assert.Equal(["portal", "gsxt-liaoning", "credit-shenyang", "internet-supervision", "city"], channels.All.Select(c => c.Id));
        Assert.Same(portal, channels.Connected("portal"));
        Assert.Null(channels.Connected("gsxt-liaoning"));
        Assert.Equal("信用中国（辽宁沈阳）", channels.Find("credit-shenyang")?.Name(Language.Chinese));
        Assert.Null(channels.Find("nowhere"));
    }

    private static LedgerChannel Channel(out InMemoryStore store)
    {
        store = new InMemoryStore();
        return new LedgerChannel(DisclosureChannels.Portal, store.Ledger, store.Evidence, DomainEvents.Codec);
    }

    private static ChannelItem Item(int revision, ChannelStep step = ChannelStep.Published) =>
        new(Key, revision, step, step == ChannelStep.Published ? "{}" : $"{{\"revision\":{revision}}}", Duties.Now);

    private static async Task RefusedAsync(LedgerChannel channel, ChannelItem item, string code)
    {
        InputRefusedException refused = await Assert.ThrowsAsync<InputRefusedException>(() => channel.SendAsync(item, Cancellation));
        Assert.Equal((code, Key), (refused.Refusal.Code, refused.Refusal["key"]));
    }
}
