using RandomInspection.Credit;
using RandomInspection.Directories;
using RandomInspection.Drawing;
using RandomInspection.Inspections;
using RandomInspection.Planning;

namespace RandomInspection.Tests.Acceptance;

/// <summary>What is asked for and is not there is refused by its code and its id; so is whoever would judge their own matter.</summary>
public sealed class UnknownThingsTests
{
    [Fact]
    public async Task FindAsync_NothingOfThatId_RefusedWithTheId()
    {
        using MemoryHost host = new();
        (string Code, string Value, Func<Task> Ask)[] asked =
        [
            ("RI2314", "visit", () => host.Visits.FindAsync("nothing", MemoryHost.Cancellation)),
            ("RI2320", "entry", () => host.Lists.FindAsync("nothing", MemoryHost.Cancellation)),
            ("RI2408", "recusal", () => host.Get<RecusalWorkflow>().FindAsync("nothing", MemoryHost.Cancellation)),
        ];
        foreach ((string code, string value, Func<Task> ask) in asked)
        {
            Assert.Equal("nothing", (await host.RefusedAsync(code, ask))[value]);
        }
    }

    [Fact]
    public async Task AskAsync_SubjectOfNoDirectory_Refused()
    {
        using MemoryHost host = new();
        await host.Way.ImportInspectorsAsync();
        string officer = SampleData.SampleInspectors.All[0].Id;
        Refusal refused = await host.RefusedAsync("RI2412", () => host.Get<RecusalWorkflow>().AskAsync(Way.Officer(officer), officer, "91210100000000000X", "近亲属", MemoryHost.Cancellation));
        Assert.Equal("91210100000000000X", refused["subject"]);
    }

    [Theory]
    [InlineData("RI2410", "officer")]
    [InlineData("RI2480", "clerk")]
    public void Decide_ByWhomItConcernsOrWhoEnteredIt_Refused(string code, string by)
    {
        (Recusal recusal, _) = Recusal.Ask("R2026-0001", "officer", "S", "market", RecusalSide.Party, "近亲属", "clerk");
        RefusalAssert.Contains(code, () => recusal.Decide(RecusalDecision.Upheld, "属实", by), ("person", by));
        Assert.Equal("head", recusal.Decide(RecusalDecision.Upheld, "属实", "head").By);
    }

    [Theory]
    [InlineData("RI2156", ReplacementGround.Deregistered, SubjectStatus.Deregistered)]
    [InlineData("RI2157", ReplacementGround.Revoked, SubjectStatus.Revoked)]
    [InlineData("RI2158", ReplacementGround.MovedOut, SubjectStatus.MovedOut)]
    [InlineData("RI2159", ReplacementGround.NotReached, null)]
    public void Of_EveryGround_ItsCodeAndWhatProvesIt(string code, ReplacementGround ground, SubjectStatus? status)
    {
        Assert.Equal(code, ReplacementGrounds.Of(ground).Code);
        Assert.Equal(status is null ? null : ground, ReplacementGrounds.ProvenBy(status));
    }
}
