using NodaTime;
using RandomInspection.Disclosure;
using RandomInspection.Web.Disclosure;

namespace RandomInspection.Tests;

/// <summary>A channel in a folder: one file an item, whole or not there, never changed.</summary>
public sealed class FolderChannelTests : IDisposable
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 1, 0);

    private readonly string _folder = Directory.CreateTempSubdirectory("ri-channel-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private FolderChannel Channel => new(DisclosureChannels.EnterpriseCredit, _folder);

    [Fact]
    public async Task SendAsync_PublishedAndWithdrawn_OneFileEachAndTheSameReceiptAfterARestart()
    {
        ChannelReceipt first = await Channel.SendAsync(Item(1, ChannelStep.Published, "{\"名称\":\"𠮷\"}"), Cancellation);
        ChannelReceipt second = await Channel.SendAsync(Item(2, ChannelStep.Withdrawn, "{}"), Cancellation);
        Assert.Equal(["result-V1.1.json", "result-V1.2.json"], Directory.GetFiles(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(first, await Channel.SendAsync(Item(1, ChannelStep.Published, "{\"名称\":\"𠮷\"}") with { At = Now + Duration.FromDays(2) }, Cancellation));
        Assert.Equal(second, await Channel.FindAsync("result-V1", Cancellation));
        Assert.Contains("名称", await File.ReadAllTextAsync(Path.Combine(_folder, "result-V1.1.json"), Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendAsync_KeyThatLooksLikeAPath_StaysInTheFolder()
    {
        foreach (string key in (string[])["../outside", "a/b", "..", "a%2Fb"])
        {
            await Channel.SendAsync(Item(1, ChannelStep.Published, "{}") with { Key = key }, Cancellation);
            Assert.Equal(key, (await Channel.FindAsync(key, Cancellation))?.Key);
        }

        Assert.Equal(4, Directory.GetFiles(_folder).Length);
    }

    [Fact]
    public async Task SendAsync_DifferentItemsAtOnce_OneIsAcceptedAndNothingUnfinishedStays()
    {
        string[] outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(async () =>
        {
            try
            {
                return (await Channel.SendAsync(Item(1, ChannelStep.Published, $"{{\"n\":{i}}}"), Cancellation)).Digest;
            }
            catch (InputRefusedException refused)
            {
                return refused.Refusal.Code;
            }
        })));
        Assert.Equal(15, outcomes.Count(outcome => outcome == "RI2220"));
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task SendAsync_FolderGone_RI2224()
    {
        Directory.Delete(_folder, recursive: true);
        ChannelFailedException failed = await Assert.ThrowsAsync<ChannelFailedException>(() => Channel.SendAsync(Item(1, ChannelStep.Published, "{}"), Cancellation));
        Assert.Equal("RI2224", failed.Refusal.Code);
        Assert.IsAssignableFrom<IOException>(failed.InnerException);
        Directory.CreateDirectory(_folder);
    }

    [Fact]
    public async Task FindAsync_FileDoesNotRead_RI2224()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "result-V1.1.json"), "{", Cancellation);
        Assert.Equal("RI2224", (await Assert.ThrowsAsync<ChannelFailedException>(() => Channel.FindAsync("result-V1", Cancellation))).Refusal.Code);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static ChannelItem Item(int revision, ChannelStep step, string content) => new("result-V1", revision, step, content, Now);
}
