using System.Security.Cryptography;
using RandomInspection.Drawing;
using RandomInspection.Ledger;
using RandomInspection.TestKit;

namespace RandomInspection.Tests.Broken;

/// <summary>Whatever is broken in a party or a channel is caught by the cases that are meant for it, and nothing else is.</summary>
public sealed class BrokenPartyTests
{
    private static readonly ECDsa Key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private static readonly Dictionary<string, (Func<ISeedContributor> Make, string[] By)> Contributors = new()
    {
        ["reveals to anybody"] = (() => new RevealsToAnybody(Sound()), ["CONTRIBUTOR-06", "CONTRIBUTOR-07", "CONTRIBUTOR-09", "CONTRIBUTOR-10", "CONTRIBUTOR-13"]),
        ["trusts the host's clock"] = (() => new TrustsTheHostsClock(Sound()), ["CONTRIBUTOR-07", "CONTRIBUTOR-10"]),
        ["changes its mind"] = (() => new ChangesItsMind(Sound(), With), ["CONTRIBUTOR-02", "CONTRIBUTOR-03", "CONTRIBUTOR-05", "CONTRIBUTOR-08", "CONTRIBUTOR-10", "CONTRIBUTOR-11", "CONTRIBUTOR-13", "CONTRIBUTOR-14"]),
        ["one value for all openings"] = (() => new HasOneValue(Sound(), Key), ["CONTRIBUTOR-05"]),
        ["signs too little"] = (() => new SignsTooLittle(Sound(), Key), ["CONTRIBUTOR-02"]),
    };

    private static readonly Dictionary<string, (Func<PlainChannel> Make, string[] By)> Channels = new()
    {
        ["receipts anew"] = (() => new ReceiptsAnew(), ["CHANNEL-02"]),
        ["writes over"] = (() => new WritesOver(), ["CHANNEL-04", "CHANNEL-14"]),
        ["forgets withdrawals"] = (() => new ForgetsWithdrawals(), ["CHANNEL-07", "CHANNEL-18"]),
        ["looks, then accepts"] = (() => new LooksThenAccepts(), ["CHANNEL-14"]),
        ["composes contents"] = (() => new ComposesContents(), ["CHANNEL-11"]),
        ["folds keys"] = (() => new FoldsKeys(), ["CHANNEL-12"]),
        ["leaves what it withdrew"] = (() => new LeavesWhatItWithdrew(), ["CHANNEL-18"]),
    };

    public static TheoryData<string> BrokenContributors => [.. Contributors.Keys];

    public static TheoryData<string> BrokenChannels => [.. Channels.Keys];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(BrokenContributors))]
    public async Task Run_BrokenContributor_CaughtByTheCasesMeantForIt(string broken)
    {
        (Func<ISeedContributor> make, string[] by) = Contributors[broken];
        ContractRun run = await Contracts.SeedContributor.RunAsync(broken, _ => ValueTask.FromResult(new SeedContributorUnderTest(make())), ConformanceSettings.Default, Cancellation);
        Caught(run, by);
    }

    [Fact]
    public async Task Run_ContributorThatForgetsOnRestart_Contributor04()
    {
        SeedContributorUnderTest Open() => new(With(RandomNumberGenerator.GetBytes(32))) { Reopen = _ => ValueTask.FromResult(Open()) };
        Caught(await Contracts.SeedContributor.RunAsync("forgets", _ => ValueTask.FromResult(Open()), ConformanceSettings.Default, Cancellation), "CONTRIBUTOR-04");
    }

    [Theory]
    [MemberData(nameof(BrokenChannels))]
    public async Task Run_BrokenChannel_CaughtByTheCasesMeantForIt(string broken)
    {
        (Func<PlainChannel> make, string[] by) = Channels[broken];
        ContractRun run = await Contracts.DisclosureChannel.RunAsync(broken, _ => ValueTask.FromResult(Of(make())), ConformanceSettings.Default, Cancellation);
        string[] found = [.. run.Results.Where(r => r.Outcome == ConformanceOutcome.Failed).Select(r => r.Case.Id)];
        Assert.Contains(by[0], found);
        Assert.All(by, id => Assert.Contains(id, found));
    }

    [Fact]
    public async Task Run_ChannelThatForgetsOnRestart_Channel17()
    {
        static ChannelUnderTest Open() => new(new PlainChannel()) { Reopen = _ => ValueTask.FromResult(Open()) };
        Caught(await Contracts.DisclosureChannel.RunAsync("forgets", _ => ValueTask.FromResult(Open()), ConformanceSettings.Default, Cancellation), "CHANNEL-17");
    }

    [Fact]
    public async Task Run_SoundChannel_ConformsAndARestartIsNotApplicable()
    {
        ContractRun run = await Contracts.DisclosureChannel.RunAsync("sound", _ => ValueTask.FromResult(Of(new PlainChannel())), ConformanceSettings.Default, Cancellation);
        Assert.True(run.Conforms, string.Join('\n', run.Results.Select(r => r.English)));
        Assert.Equal(["CHANNEL-17"], run.Results.Where(r => r.Outcome == ConformanceOutcome.NotApplicable).Select(r => r.Case.Id));
    }

    private static ChannelUnderTest Of(PlainChannel channel) => new(channel) { Read = (key, _) => ValueTask.FromResult(channel.Read(key)) };

    private static SecretContributor Sound() => With("0123456789abcdef0123456789abcdef"u8.ToArray());

    private static SecretContributor With(byte[] secret) => new("seed-service", secret, new EcdsaP256Signer(Key), new DrawHashes());

    /// <summary>Exactly these cases fail.</summary>
    private static void Caught(ContractRun run, params string[] by)
    {
        Assert.Equal(by, run.Results.Where(r => r.Outcome == ConformanceOutcome.Failed).Select(r => r.Case.Id));
        Assert.False(run.Conforms);
    }
}
