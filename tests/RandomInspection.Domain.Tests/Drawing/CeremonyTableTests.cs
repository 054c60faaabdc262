using NodaTime;
using RandomInspection.Drawing;
using static RandomInspection.Tests.Drawing.CeremonyScript;

namespace RandomInspection.Tests.Drawing;

/// <summary>Every command in every state: what it leads to, or the code with which it is refused, the state unchanged.</summary>
public sealed class CeremonyTableTests
{
    private const string Table = """
        command        | Prepared   | Committing | Revealing           | AwaitingPublicValue | Ready  | Drawn  | Void
        Enrol          | Prepared   | RI1320     | RI1320              | RI1320              | RI1320 | RI1320 | RI1320
        Open           | Committing | RI1320     | RI1320              | RI1320              | RI1320 | RI1320 | RI1320
        CommitOperator | RI1320     | RI1324     | RI1324              | RI1324              | RI1324 | RI1324 | RI1324
        CommitWitness  | RI1320     | Revealing  | RI1324              | RI1324              | RI1324 | RI1324 | RI1320
        RevealOperator | RI1320     | RI1322     | Revealing           | RI1324              | RI1324 | RI1324 | RI1320
        RevealWitness  | RI1320     | RI1322     | RI1325              | RI1324              | RI1324 | RI1324 | RI1320
        EnterPublic    | RI1320     | RI1320     | RI1320              | Ready               | RI1324 | RI1324 | RI1320
        StrikeOperator | RI1320     | RI1324     | Revealing           | RI1324              | RI1320 | RI1320 | RI1320
        StrikeWitness  | RI1320     | Revealing  | Revealing           | RI1324              | RI1320 | RI1320 | RI1320
        StrikePublic   | RI1320     | RI1320     | RI1320              | Ready               | RI1320 | RI1320 | RI1320
        Seed           | RI1320     | RI1320     | RI1320              | RI1320              | Ready  | Drawn  | RI1320
        GiveSystem     | RI1320     | RI1320     | RI1320              | RI1320              | RI1320 | RI1320 | RI1320
        Draw           | RI1320     | RI1320     | RI1320              | RI1320              | Drawn  | RI1320 | RI1320
        Match          | RI1320     | RI1320     | RI1320              | RI1320              | RI1320 | RI1320 | RI1320
        ProposeVoid    | Prepared   | Committing | Revealing           | AwaitingPublicValue | Ready  | RI1320 | RI1320
        ConfirmVoid    | RI1320     | RI1320     | RI1320              | RI1320              | RI1320 | RI1320 | RI1320
        """;

    private static readonly Instant Late = Deadlines.Reveal + Duration.FromSeconds(1);

    private static readonly Dictionary<string, Func<CeremonyScript, CeremonyEvent?>> Commands = new()
    {
        ["Enrol"] = s => s.Ceremony.Enrol(new CeremonyParty("beacon", "public", ContributionKind.Public, "guan")),
        ["Open"] = s => s.Ceremony.Open(Deadlines, Start),
        ["CommitOperator"] = s => s.Ceremony.Commit(Operator, OperatorPerson, CommitmentOr(s, Operator), SignatureOr(s, Operator), Start),
        ["CommitWitness"] = s => s.Ceremony.Commit(Witness, WitnessPerson, CommitmentOr(s, Witness), SignatureOr(s, Witness), Start),
        ["RevealOperator"] = s => s.Ceremony.Reveal(Operator, OperatorPerson, OperatorValue, Start),
        ["RevealWitness"] = s => s.Ceremony.Reveal(Witness, WitnessPerson, WitnessValue, Start),
        ["EnterPublic"] = s => s.Ceremony.EnterPublicValue(Lottery, OperatorPerson, LotteryValue, Start),
        ["StrikeOperator"] = s => s.Ceremony.Strike(Operator, Late),
        ["StrikeWitness"] = s => s.Ceremony.Strike(Witness, Late),
        ["StrikePublic"] = s => s.Ceremony.Strike(Lottery, Late),
        ["Seed"] = s =>
        {
            s.Ceremony.Seed();
            return null;
        },
        ["GiveSystem"] = s => s.Ceremony.GiveSystemValue(new byte[32], Start),
        ["Draw"] = s => s.Ceremony.Draw(At(CeremonyStatus.Ready).Record(), Late),
        ["Match"] = s => s.Ceremony.Match(At(CeremonyStatus.Ready).Record(), new MatchOutcome(OperatorValue, OperatorValue, 4, 1), Late),
        ["ProposeVoid"] = s => s.Ceremony.ProposeVoid("停电", OperatorPerson),
        ["ConfirmVoid"] = s => s.Ceremony.ConfirmVoid("shou", Start),
    };

    public static TheoryData<CeremonyStatus, string, string> Cells() => StateTable.Cells<CeremonyStatus>(Table, Commands.Keys, CeremonyStatus.Matched); // where a draw never is

    [Theory]
    [MemberData(nameof(Cells))]
    public void Command_State_LeadsToOrIsRefused(CeremonyStatus state, string command, string due)
    {
        CeremonyScript script = At(state);
        Assert.Equal(state, script.Ceremony.Status);
        string before = StateOf(script.Ceremony);
        Assert.Equal(before, StateOf(DrawCeremony.Replay(new DrawHashes(), script.Events)));

        if (Enum.TryParse(due, out CeremonyStatus next))
        {
            CeremonyEvent? happened = Commands[command](script);
            Assert.Equal(next, script.Ceremony.Status);
            Assert.Equal(happened is null, before == StateOf(script.Ceremony));
            Assert.Equal(
                StateOf(script.Ceremony),
                StateOf(DrawCeremony.Replay(new DrawHashes(), happened is null ? script.Events : [.. script.Events, happened])));
            return;
        }

        RefusalException refused = Assert.ThrowsAny<RefusalException>(() => Commands[command](script));
        Assert.Equal(due, refused.Refusal.Code);
        Assert.Equal(before, StateOf(script.Ceremony));
        Assert.Equal(due == "RI1320", refused is TransitionRefusedException);
        if (refused is TransitionRefusedException transition)
        {
            Assert.Equal(state.ToString(), transition.State);
            Assert.Equal(("D2026-0001", state.ToString(), transition.Command), (refused.Refusal["draw"], refused.Refusal["state"], refused.Refusal["commandEn"]));
            Assert.Contains($"“{StateWords.Of(state).Chinese}”", refused.Refusal.Reason(Language.Chinese), StringComparison.Ordinal);
            Assert.Contains($"\"{StateWords.Of(state).English}\"", refused.Refusal.Reason(Language.English), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Replay_EveryPrefixOfTheWholeWay_TheStateAtThatTime()
    {
        CeremonyScript whole = At(CeremonyStatus.Drawn);
        CeremonyStatus[] statuses = [.. Enumerable.Range(1, whole.Events.Count).Select(n => DrawCeremony.Replay(new DrawHashes(), [.. whole.Events.Take(n)]).Status)];
        Assert.Equal(
            [
                CeremonyStatus.Prepared, CeremonyStatus.Prepared, CeremonyStatus.Prepared, CeremonyStatus.Prepared, CeremonyStatus.Committing, CeremonyStatus.Committing,
                CeremonyStatus.Revealing, CeremonyStatus.Revealing, CeremonyStatus.AwaitingPublicValue, CeremonyStatus.Ready, CeremonyStatus.Drawn,
            ],
            statuses);
    }

    private static Digest CommitmentOr(CeremonyScript script, string party) =>
        script.Ceremony.Opening is null ? Digest.Parse(OperatorValue) : script.Commitment(party, party == Operator ? OperatorValue : WitnessValue);

    private static string SignatureOr(CeremonyScript script, string party) =>
        script.Ceremony.Opening is null ? "" : script.Sign(party, party == Operator ? OperatorValue : WitnessValue, party == Operator ? OperatorKey : WitnessKey);
}
