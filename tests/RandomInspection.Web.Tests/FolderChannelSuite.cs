using RandomInspection.Disclosure;
using RandomInspection.TestKit;
using RandomInspection.TestKit.Xunit;
using RandomInspection.Web.Disclosure;

namespace RandomInspection.Tests;

/// <summary>The folder as a channel; a restart finds the same folder.</summary>
[Proves(typeof(FolderChannel))]
public sealed class FolderChannelSuite : DisclosureChannelSuite
{
    protected override ValueTask<ChannelUnderTest> OpenAsync(CancellationToken cancellation)
    {
        string folder = Directory.CreateTempSubdirectory("ri-channel-").FullName;
        return ValueTask.FromResult(new ChannelUnderTest(new FolderChannel(DisclosureChannels.EnterpriseCredit, folder), () =>
        {
            Directory.Delete(folder, recursive: true);
            return ValueTask.CompletedTask;
        })
        {
            Reopen = _ => ValueTask.FromResult(new ChannelUnderTest(new FolderChannel(DisclosureChannels.EnterpriseCredit, folder))),
        });
    }

    [Fact]
    public void EveryChannelOfThePages_HasASuite() => Assert.DoesNotContain(
        SuiteCompleteness.Gaps(typeof(FolderChannelSuite).Assembly, typeof(FolderChannel).Assembly), gap => gap.Contains(nameof(IDisclosureChannel), StringComparison.Ordinal));
}
