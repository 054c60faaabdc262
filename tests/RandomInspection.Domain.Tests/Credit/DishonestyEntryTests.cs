using NodaTime;
using RandomInspection.Credit;
using RandomInspection.Inspections;

namespace RandomInspection.Tests.Credit;

/// <summary>An entry of a dishonesty list: every command in every state, and what it is refused for.</summary>
public sealed class DishonestyEntryTests
{
    private const string Table = """
        command     | Proposed  | Told      | Heard     | Listed    | NotListed | Removed | Withdrawn
        Tell        | Told      | RI2321    | RI2321    | RI2321    | RI2321    | RI2321  | RI2321
        Hear        | RI2321    | Heard     | RI2321    | RI2321    | RI2321    | RI2321  | RI2321
        Waive       | RI2321    | Heard     | RI2321    | RI2321    | RI2321    | RI2321  | RI2321
        List        | RI2321    | Listed    | Listed    | RI2321    | RI2321    | RI2321  | RI2321
        Decline     | NotListed | NotListed | NotListed | RI2321    | RI2321    | RI2321  | RI2321
        Appeal      | RI2321    | RI2321    | RI2321    | Listed    | RI2321    | RI2321  | RI2321
        RequestExit | RI2321    | RI2321    | RI2321    | Listed    | RI2321    | RI2321  | RI2321
        DecideExit  | RI2321    | RI2321    | RI2321    | RI2327    | RI2321    | RI2321  | RI2321
        DecideAppeal | RI2321   | RI2321    | RI2321    | RI2328    | RI2321    | RI2321  | RI2321
        """;

    private static readonly LocalDate Later = DishonestyScript.ListedOn.PlusYears(2);

    private static readonly Dictionary<string, (Func<DishonestyEntry, DishonestyEvent> Run, string Name)> Commands = new()
    {
        ["Tell"] = (e => e.Tell(DishonestyScript.Service, DishonestyScript.StatementUntil, "ren", Later), "telling the subject"),
        ["Hear"] = (e => e.Hear(DishonestyScript.ToldOn, "申辩", "不采纳", "ren", Later), "hearing the subject"),
        ["Waive"] = (e => e.Waive(DishonestyScript.ToldOn, "ren", Later), "waiving"),
        ["List"] = (e => DishonestyScript.List(e), "entering it"),
        ["Decline"] = (e => e.Decline("情节轻微", Later, DishonestyScript.Head), "deciding against it"),
        ["Appeal"] = (e => e.Appeal(AppealKind.Reconsideration, "沈阳市人民政府", DishonestyScript.ListedOn, "ren", Later), "entering an appeal"),
        ["RequestExit"] = (e => e.RequestExit(DishonestyScript.Rules, ListingExit.Repair, "已履行义务", Later, null, "ren"), "asking that it leave"),
        ["DecideExit"] = (e => e.DecideExit(ExitDecision.Granted, "属实", Later, DishonestyScript.Head), "deciding that it leave"),
        ["DecideAppeal"] = (e => e.DecideAppeal(AppealOutcome.Upheld, "沈政复〔2026〕1号", "维持", Later, "ren", Later), "entering an appeal's outcome"),
    };

    public static TheoryData<DishonestyStatus, string, string> Cells() => StateTable.Cells<DishonestyStatus>(Table, Commands.Keys);

    [Theory]
    [MemberData(nameof(Cells))]
    public void Command_State_LeadsToOrIsRefused(DishonestyStatus state, string command, string due)
    {
        (DishonestyEntry entry, List<DishonestyEvent> events) = DishonestyScript.At(state);
        Assert.Equal(state, entry.Status);
        string before = StateOf(entry);
        Assert.Equal(before, StateOf(DishonestyEntry.Replay(events)));
        if (Enum.TryParse(due, out DishonestyStatus next))
        {
            events.Add(Commands[command].Run(entry));
            Assert.Equal(next, entry.Status);
            Assert.NotEqual(before, StateOf(entry));
            Assert.Equal(StateOf(entry), StateOf(DishonestyEntry.Replay(events)));
            return;
        }

        if (due == "RI2321")
        {
            RefusalAssert.Transition(due, () => Commands[command].Run(entry), state.ToString(), ("entry", DishonestyScript.Id), ("commandEn", Commands[command].Name));
        }
        else
        {
            RefusalAssert.Input(due, () => Commands[command].Run(entry), ("entry", DishonestyScript.Id));
        }

        Assert.Equal(before, StateOf(entry));
    }

    [Fact]
    public void List_WhoeverHadAPart_Refused()
    {
        (DishonestyEntry entry, _) = DishonestyScript.At(DishonestyStatus.Proposed);
        entry.Tell(DishonestyScript.Service, DishonestyScript.StatementUntil, "teller", DishonestyScript.ToldOn);
        entry.Hear(DishonestyScript.ToldOn, "申辩", "不采纳", "hearer", DishonestyScript.ToldOn);
        foreach (string person in (string[])[DishonestyScript.Officer, "teller", "hearer"])
        {
            RefusalAssert.Input("RI2322", () => DishonestyScript.List(entry, person), ("person", person), ("entry", DishonestyScript.Id));
            RefusalAssert.Input("RI2322", () => entry.Decline("理由", Later, person), ("person", person), ("entry", DishonestyScript.Id));
        }

        (DishonestyEntry waived, _) = DishonestyScript.At(DishonestyStatus.Told);
        waived.Waive(DishonestyScript.ToldOn, "waiver", DishonestyScript.ToldOn);
        RefusalAssert.Input("RI2322", () => DishonestyScript.List(waived, "waiver"), ("person", "waiver"), ("entry", DishonestyScript.Id));
    }

    [Fact]
    public void List_NotHeard_FromTheDayAfterThePeriod()
    {
        (DishonestyEntry entry, _) = DishonestyScript.At(DishonestyStatus.Told);
        RefusalAssert.Input(
            "RI2323", () => DishonestyScript.List(entry, on: DishonestyScript.StatementUntil), ("entry", DishonestyScript.Id), ("until", "2026-11-30"));
        DishonestyScript.List(entry, on: DishonestyScript.StatementUntil.PlusDays(1));
        Assert.Equal(DishonestyStatus.Listed, entry.Status);
    }

    [Fact]
    public void List_NoConsent_RefusedWhereTheRulesAskForIt()
    {
        (DishonestyEntry entry, _) = DishonestyScript.At(DishonestyStatus.Heard);
        RefusalAssert.Input("RI2324", () => DishonestyScript.List(entry, consent: " "), ("entry", DishonestyScript.Id));
        Assert.Null(DishonestyScript.List(entry, consent: " ", rules: DishonestyScript.Rules with { Consent = SuperiorConsent.NotNeeded }).Consent);
    }

    [Fact]
    public void StandsOn_FirstAndLastDay_Included()
    {
        (DishonestyEntry entry, _) = DishonestyScript.At(DishonestyStatus.Listed);
        Assert.Equal(
            (false, true, true, false),
            (entry.StandsOn(DishonestyScript.ListedOn.PlusDays(-1)), entry.StandsOn(DishonestyScript.ListedOn), entry.StandsOn(DishonestyScript.Until), entry.StandsOn(DishonestyScript.Until.PlusDays(1))));
        Assert.Null(entry.Expire(DishonestyScript.Until));
        Assert.Equal(DishonestyScript.Until.PlusDays(1), entry.Expire(DishonestyScript.Until.PlusDays(40))!.On);
        Assert.Null(entry.Expire(DishonestyScript.Until.PlusDays(41)));
        Assert.Equal(new ListingLeft(ListingExit.Time, null, DishonestyScript.Until.PlusDays(1)), entry.Left);
        Assert.False(entry.Left!.IsWithdrawal);
    }

    [Fact]
    public void RequestExit_Repair_AfterAYearAndDecidedBySomebodyElse()
    {
        (DishonestyEntry entry, List<DishonestyEvent> events) = DishonestyScript.At(DishonestyStatus.Listed);
        LocalDate anniversary = DishonestyScript.ListedOn.PlusYears(1);
        RefusalAssert.Input("RI2325", () => Repair(anniversary), ("entry", DishonestyScript.Id), ("first", "2027-12-02"));
        events.Add(Repair(anniversary.PlusDays(1)));
        RefusalAssert.Input("RI2326", () => Repair(Later), ("entry", DishonestyScript.Id));
        RefusalAssert.Input("RI2322", () => entry.DecideExit(ExitDecision.Granted, "属实", Later, "ren"), ("person", "ren"), ("entry", DishonestyScript.Id));
        events.Add(entry.DecideExit(ExitDecision.Refused, "影响尚未消除", Later, DishonestyScript.Head));
        Assert.Equal((DishonestyStatus.Listed, null), (entry.Status, entry.Request));
        events.Add(Repair(Later));
        events.Add(entry.DecideExit(ExitDecision.Granted, "义务已履行，影响已消除", Later, DishonestyScript.Head));
        Assert.Equal((DishonestyStatus.Removed, ListingExit.Repair, Later), (entry.Status, entry.Left!.Ground, entry.Left.On));
        Assert.Equal(StateOf(entry), StateOf(DishonestyEntry.Replay(events)));

        DishonestyEvent.ExitRequested Repair(LocalDate on) => entry.RequestExit(DishonestyScript.Rules, ListingExit.Repair, "已履行义务、消除影响", on, null, "ren");
    }

    [Theory]
    [InlineData(DishonestyScript.Penalty)]
    [InlineData(DishonestyScript.Document)]
    public void Withdrawal_ReasonThatRepeatsThePenalty_Refused(string repeated)
    {
        (DishonestyEntry entry, _) = DishonestyScript.At(DishonestyStatus.Listed);
        string reason = $"{repeated}被撤销";
        RefusalAssert.Input("RI2330", () => entry.RequestExit(DishonestyScript.Rules, ListingExit.Withdrawal, reason, Later, null, "ren"), ("repeated", repeated));
        entry.RequestExit(DishonestyScript.Rules, ListingExit.Withdrawal, "所依据的决定被撤销", Later, null, "ren");
        RefusalAssert.Input("RI2330", () => entry.DecideExit(ExitDecision.Granted, reason, Later, DishonestyScript.Head), ("repeated", repeated));
        entry.DecideExit(ExitDecision.Refused, reason, Later, DishonestyScript.Head); // not public
        entry.Appeal(AppealKind.Lawsuit, "沈阳市中级人民法院", Later, "ren", Later);
        RefusalAssert.Input("RI2330", () => entry.DecideAppeal(AppealOutcome.Revoked, "（2028）辽01行初1号", reason, Later, "ren", Later), ("repeated", repeated));
        entry.DecideAppeal(AppealOutcome.Upheld, "（2028）辽01行初1号", reason, Later, "ren", Later); // nor is this
        Assert.Equal(DishonestyStatus.Listed, entry.Status);
    }

    [Fact]
    public void Appeal_Revoked_EntryHasLeftWithItsReason()
    {
        (DishonestyEntry entry, _) = DishonestyScript.At(DishonestyStatus.Listed);
        entry.Appeal(AppealKind.Reconsideration, "沈阳市人民政府", DishonestyScript.ListedOn, "ren", Later);
        RefusalAssert.Input("RI2329", () => entry.Appeal(AppealKind.Lawsuit, "法院", DishonestyScript.ListedOn, "ren", Later), ("entry", DishonestyScript.Id));
        entry.DecideAppeal(AppealOutcome.TakenBack, "沈政复〔2026〕1号", "申请人撤回", DishonestyScript.ListedOn, "ren", Later);
        entry.Appeal(AppealKind.Lawsuit, "沈河区人民法院", DishonestyScript.ListedOn, "ren", Later);
        entry.DecideAppeal(AppealOutcome.Revoked, "（2027）辽0103行初1号", "主要证据不足", Later, "ren", Later);
        Assert.Equal((DishonestyStatus.Withdrawn, new ListingLeft(ListingExit.Appeal, "主要证据不足", Later)), (entry.Status, entry.Left));
        Assert.True(entry.Left!.IsWithdrawal);
        Assert.False(entry.StandsOn(Later));
    }

    [Fact]
    public void Days_OutsideTheirBounds_Refused()
    {
        LocalDate today = DishonestyScript.ToldOn;
        (DishonestyEntry proposed, _) = DishonestyScript.At(DishonestyStatus.Proposed);
        RefusalAssert.Contains("RI2333", () => proposed.Tell(DishonestyScript.Service with { On = today.PlusDays(1) }, today, "ren", today), ("value", "2026-11-24"));
        (DishonestyEntry told, _) = DishonestyScript.At(DishonestyStatus.Told);
        foreach (LocalDate day in (LocalDate[])[today.PlusDays(-1), today.PlusDays(1)])
        {
            RefusalAssert.Contains("RI2333", () => told.Hear(day, "申辩", "答复", "ren", today), ("value", $"{day:R}"), ("from", "2026-11-23"), ("to", "2026-11-23"));
            RefusalAssert.Contains("RI2333", () => told.Waive(day, "ren", today), ("value", $"{day:R}"));
        }

        (DishonestyEntry listed, _) = DishonestyScript.At(DishonestyStatus.Listed);
        RefusalAssert.Contains("RI2333", () => listed.Appeal(AppealKind.Lawsuit, "法院", DishonestyScript.ListedOn.PlusDays(-1), "ren", Later), ("value", "2026-11-30"));
        listed.Appeal(AppealKind.Lawsuit, "法院", DishonestyScript.ListedOn, "ren", Later);
        RefusalAssert.Contains("RI2333", () => listed.DecideAppeal(AppealOutcome.Upheld, "1号", "维持", Later.PlusDays(1), "ren", Later), ("value", $"{Later.PlusDays(1):R}"));
    }

    [Fact]
    public void RequestExit_AnotherGround_Refused()
    {
        (DishonestyEntry entry, _) = DishonestyScript.At(DishonestyStatus.Listed);
        Assert.Throws<ArgumentOutOfRangeException>(() => entry.RequestExit(DishonestyScript.Rules, ListingExit.Time, "理由", Later, null, "ren"));
    }

    [Theory]
    [InlineData("", "依据", null, "Facts")]
    [InlineData("事实", " ", null, "Grounds")]
    [InlineData("事实", "依据", " ", "Number of the penalty's decision")]
    public void Propose_TextMissing_Refused(string facts, string grounds, string? penalty, string field) => RefusalAssert.Contains(
        "RI2305", () => DishonestyEntry.Propose("L2026-0001", "91210100MA0000001X", "企业", "scjg", facts, grounds, penalty, "chai"), ("fieldEn", field));

    [Theory]
    [InlineData("")]
    [InlineData("重")]
    public void CountsAs_NoClass_Refused(string name) => Assert.Throws<ArgumentException>(() => DishonestyScript.Rules with { CountsAs = name });

    private static string StateOf(DishonestyEntry entry) => string.Join(
        '\n', entry.Status, entry.Notice, entry.Hearing, entry.Waiver, entry.Listing, entry.Refusal, entry.Request, entry.Left, string.Join(';', entry.Appeals), string.Join(';', entry.Outcomes));
}
