using System.Globalization;
using System.Text.Json.Nodes;
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
        return ValueTask.FromResult(Of(folder, () =>
        {
            Directory.Delete(folder, recursive: true);
            return ValueTask.CompletedTask;
        }));
    }

    private static ChannelUnderTest Of(string folder, Func<ValueTask>? dispose = null) => new(new FolderChannel(DisclosureChannels.EnterpriseCredit, folder), dispose)
    {
        // Whoever carries the files on reads the one of the last revision.
        Read = async (key, cancellation) => Directory.GetFiles(folder, key + ".*.json").MaxBy(Revision) is { } last
            ? JsonNode.Parse(await File.ReadAllTextAsync(last, cancellation))!["content"]!.GetValue<string>()
            : null,
        Reopen = _ => ValueTask.FromResult(Of(folder)),
    };

    private static int Revision(string path) => int.Parse(Path.GetFileNameWithoutExtension(path).Split('.')[^1], CultureInfo.InvariantCulture);

    [Fact]
    public void EveryChannelOfThePages_HasASuite() => Assert.DoesNotContain(
        SuiteCompleteness.Gaps(typeof(FolderChannelSuite).Assembly, typeof(FolderChannel).Assembly), gap => gap.Contains(nameof(IDisclosureChannel), StringComparison.Ordinal));
}
