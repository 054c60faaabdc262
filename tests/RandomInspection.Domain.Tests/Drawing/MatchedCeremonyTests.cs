using System.Security.Cryptography;
using RandomInspection.Drawing;
using static RandomInspection.Tests.Drawing.CeremonyScript;

namespace RandomInspection.Tests.Drawing;

/// <summary>A match whose teams stand: every command is refused, in the words of a match.</summary>
public sealed class MatchedCeremonyTests
{
    private static readonly MatchOutcome Outcome = new(OperatorValue, WitnessValue, 4, 1);

    public static TheoryData<string, string> Commands => new()
    {
        { "Enrol", "RI1320" },
        { "Open", "RI1320" },
        { "Commit", "RI1320" },
        { "Reveal", "RI1324" },
        { "EnterPublic", "RI1324" },
        { "GiveSystem", "RI1320" },
        { "Strike", "RI1320" },
        { "Draw", "RI1320" },
        { "Match", "RI1320" },
        { "ProposeVoid", "RI1320" },
        { "ConfirmVoid", "RI1320" },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public void Command_Matched_RefusedAndUnchanged(string command, string due)
    {
        DrawCeremony ceremony = Matched();
        CeremonyEvent.Matched before = ceremony.Matching!;
        RefusalException refused = Assert.ThrowsAny<RefusalException>(() => Do(ceremony, command));
        Assert.Equal(due, refused.Refusal.Code);
        Assert.Equal((CeremonyStatus.Matched, before, 1, 0), (ceremony.Status, ceremony.Matching, ceremony.Contributions.Count, ceremony.Struck.Count));
        if (due == "RI1320")
        {
            Assert.Contains("“已匹配”", refused.Refusal.Reason(Language.Chinese), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Seed_Matched_StillTold() => Assert.Equal(Matched().Matching!.Seed, Matched().Seed().Hex);

    [Fact]
    public void Refusal_PreparedOrReadyMatch_InItsOwnWords()
    {
        DrawCeremony ceremony = Prepared();
        Assert.Contains("“问题已冻结”", Assert.Throws<TransitionRefusedException>(() => ceremony.Seed()).Refusal.Reason(Language.Chinese), StringComparison.Ordinal);
        ceremony.Open(Deadlines, Start);
        Assert.Contains("\"Ready to match\"", Assert.Throws<TransitionRefusedException>(() => ceremony.Open(Deadlines, Start)).Refusal.Reason(Language.English), StringComparison.Ordinal);
    }

    private static void Do(DrawCeremony ceremony, string command) => _ = command switch
    {
        "Enrol" => (CeremonyEvent)ceremony.Enrol(WitnessParty),
        "Open" => ceremony.Open(Deadlines, Start),
        "Commit" => ceremony.Commit("host", OperatorPerson, Digest.Parse(OperatorValue), null, Start),
        "Reveal" => ceremony.Reveal("host", OperatorPerson, OperatorValue, Start),
        "EnterPublic" => ceremony.EnterPublicValue("host", OperatorPerson, "33", Start),
        "GiveSystem" => ceremony.GiveSystemValue(new byte[32], Start),
        "Strike" => ceremony.Strike("host", Deadlines.Reveal + NodaTime.Duration.Epsilon),
        "Draw" => ceremony.Draw(At(CeremonyStatus.Ready).Record(), Start),
        "Match" => ceremony.Match(At(CeremonyStatus.Ready).Record(), Outcome, Start),
        "ProposeVoid" => ceremony.ProposeVoid("停电", OperatorPerson),
        "ConfirmVoid" => ceremony.ConfirmVoid("shou", Start),
        _ => throw new ArgumentOutOfRangeException(nameof(command)),
    };

    private static DrawCeremony Prepared()
    {
        FrozenMatch match = new("T1", "D2026-0001", OperatorValue, OperatorValue, OperatorValue, 3, 2, 7, [], 0);
        DrawCeremony ceremony = DrawCeremony.Prepare(new DrawHashes(), CeremonyScript.Prepared with { Draw = "M2026-0001", Tasks = [], Match = match });
        ceremony.Enrol(new CeremonyParty("host", "drawing", ContributionKind.System, OperatorPerson));
        return ceremony;
    }

    private static DrawCeremony Matched()
    {
        DrawCeremony ceremony = Prepared();
        ceremony.Open(Deadlines, Start);
        ceremony.GiveSystemValue(SHA256.HashData("host"u8), Start);
        ceremony.Match(CeremonyRecord.Matched(ceremony, Outcome, Start), Outcome, Start);
        return ceremony;
    }
}
