using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Drawing;
using RandomInspection.Planning;

namespace RandomInspection.Tests.Planning;

/// <summary>What changes a drawn list, and what does not.</summary>
public sealed class DrawnListTests
{
    public static TheoryData<SubjectStatus, ReplacementGround> Proofs => new()
    {
        { SubjectStatus.Deregistered, ReplacementGround.Deregistered },
        { SubjectStatus.Revoked, ReplacementGround.Revoked },
        { SubjectStatus.MovedOut, ReplacementGround.MovedOut },
    };

    [Theory]
    [MemberData(nameof(Proofs))]
    public void ReplaceGone_RegisterProvesIt_FirstReserveOfTheCellComesIn(SubjectStatus status, ReplacementGround ground)
    {
        DrawnList list = ListScript.New();
        ListEvent.Replaced replaced = Assert.IsType<ListEvent.Replaced>(list.ReplaceGone("S2", ListScript.Register(("S2", status)), ListScript.Now));
        Assert.Equal((1, "S2", ground, 7L, "R1", null), (replaced.Number, replaced.Unit, replaced.Ground, replaced.DirectoryVersion, replaced.By, replaced.Approver));
        Assert.Empty(replaced.PassedOver);
        Assert.Equal(["S1", "F1", "R1"], list.Effective.Select(u => u.Id));
        Assert.Equal((1, 1), (list.Units.Single(u => u.Id == "S2").GoesBy, list.Units.Single(u => u.Id == "R1").ComesBy));
        Assert.True(list.IsSettled);
    }

    [Theory]
    [InlineData(SubjectStatus.Active)]
    [InlineData(SubjectStatus.Suspended)]
    [InlineData(null)]
    public void ReplaceGone_RegisterDoesNotProveIt_RefusedAndNothingChanges(SubjectStatus? status)
    {
        DrawnList list = ListScript.New();
        string before = ListScript.StateOf(list);
        RegisterReading register = status is { } says ? ListScript.Register(("S1", says)) : ListScript.Register();
        RefusalAssert.Contains("RI2141", () => list.ReplaceGone("S1", register, ListScript.Now), ("unit", "S1"), ("version", "7"), ("status", status?.ToString() ?? "–"));
        Assert.Equal(before, ListScript.StateOf(list));
    }

    [Theory]
    [InlineData("R1")]
    [InlineData("nobody")]
    [InlineData("")]
    public void ReplaceGone_NotOnTheList_Refused(string unit) =>
        RefusalAssert.Contains("RI2140", () => ListScript.Gone(ListScript.New(), unit), ("unit", unit), ("task", ListScript.TaskId));

    [Fact]
    public void ReplaceGone_Twice_RefusedTheSecondTime()
    {
        DrawnList list = ListScript.New();
        ListScript.Gone(list, "S1");
        RefusalAssert.Contains("RI2140", () => ListScript.Gone(list, "S1"));
    }

    [Fact]
    public void ReplaceGone_ReservesGoneThemselves_PassedOverWithRecord()
    {
        DrawnList list = ListScript.New();
        RegisterReading register = ListScript.Register(("S1", SubjectStatus.Revoked), ("R1", SubjectStatus.MovedOut), ("R2", SubjectStatus.Suspended), ("R3", SubjectStatus.Active));
        Assert.Equal(["S1", "R1", "R2", "R3"], list.Asked("S1"));
        ListEvent.Replaced replaced = Assert.IsType<ListEvent.Replaced>(list.ReplaceGone("S1", register, ListScript.Now));

        // Suspended is a result, not a gap: such a reserve is inspected.
        Assert.Equal("R2", replaced.By);
        Assert.Equal([new PassedOver("R1", ReplacementGround.MovedOut)], replaced.PassedOver);
        Assert.Equal(["S2", "R3"], list.Asked("S2"));
    }

    [Fact]
    public void ReplaceGone_AllReservesGone_FallsShort()
    {
        DrawnList list = ListScript.New();
        RegisterReading register = ListScript.Register([("S1", SubjectStatus.Deregistered), .. new[] { "R1", "R2", "R3" }.Select(r => (r, SubjectStatus.Deregistered))]);
        ListEvent.FellShort fell = Assert.IsType<ListEvent.FellShort>(list.ReplaceGone("S1", register, ListScript.Now));
        Assert.Equal(["R1", "R2", "R3"], fell.PassedOver.Select(p => p.Unit));
        Assert.Equal(ListChangeState.Short, list.Change(1).State);
        Assert.IsType<ListEvent.FellShort>(ListScript.Gone(list, "S2"));
        Assert.Equal([1, 2], list.Short.Select(c => c.Number));
        Assert.Equal(["F1"], list.Effective.Select(u => u.Id));
        Assert.False(list.IsSettled);
    }

    [Fact]
    public void ReplaceGone_ZeroReserves_FallsShortAtOnce()
    {
        DrawnList list = ListScript.New();
        Assert.Empty(Assert.IsType<ListEvent.FellShort>(ListScript.Gone(list, "F1")).PassedOver);
        Assert.Equal("F1", Assert.Single(list.Short).Unit);
    }

    [Fact]
    public void ReplaceGone_WhoCameInGoesToo_NextReserve()
    {
        DrawnList list = ListScript.New();
        ListScript.Gone(list, "S1");
        Assert.Equal("R2", Assert.IsType<ListEvent.Replaced>(ListScript.Gone(list, "R1")).By);
        Assert.Equal(["S2", "F1", "R2"], list.Effective.Select(u => u.Id));
    }

    [Fact]
    public void ProposeReplacement_TwoDays_WaitsAndChangesNothingYet()
    {
        DrawnList list = ListScript.New();
        ListEvent.Proposed proposed = ListScript.Propose(list, "S1");
        Assert.Equal([new LocalDate(2026, 11, 24), new LocalDate(2026, 11, 25)], proposed.Attempts.Select(a => a.On));
        Assert.Equal(("上门", "chai,scjg-02"), (proposed.Attempts[0].How, string.Join(',', proposed.Attempts[0].By)));
        Assert.Equal(["S1", "S2", "F1"], list.Effective.Select(u => u.Id));
        Assert.Empty(list.Effected);
        RefusalAssert.Contains("RI2144", () => ListScript.Propose(list, "S1"), ("unit", "S1"), ("number", "1"));
    }

    [Fact]
    public void ProposeReplacement_TooFewDays_Refused()
    {
        ContactAttempt[][] tooFew = [[], [ListScript.Attempts[0]], [ListScript.Attempts[0], ListScript.Attempts[0]]];
        foreach (ContactAttempt[] attempts in tooFew)
        {
            RefusalAssert.Contains(
                "RI2142",
                () => ListScript.New().ProposeReplacement("S1", [.. attempts], "chai", ListScript.DrawnOn, ListScript.Today, ListScript.Now),
                ("days", $"{Math.Min(1, attempts.Length)}"),
                ("least", "2"));
        }
    }

    [Fact]
    public void ProposeReplacement_MalformedAttempt_Refused()
    {
        ContactAttempt good = ListScript.Attempts[0];
        (string Code, ContactAttempt Bad)[] cases =
        [
            ("RI2143", good with { On = ListScript.DrawnOn.PlusDays(-1) }),
            ("RI2143", good with { On = ListScript.Today.PlusDays(1) }),
            ("RI2143", good with { By = [] }),
            ("RI2143", good with { By = default }),
            ("RI2143", good with { By = [" "] }),
            ("RI2143", good with { By = ["chai", " "] }),
            ("RI2143", good with { EvidenceDigest = new string('A', 64) }),
            ("RI2143", good with { EvidenceDigest = new string('a', 63) }),
            ("RI2143", good with { EvidenceDigest = new string('a', 63) + "g" }),
            ("RI2154", good with { How = " " }),
            ("RI2154", good with { How = new string('a', 101) }),
            ("RI2154", good with { Evidence = "" }),
            ("RI2154", good with { Evidence = new string('a', 501) }),
        ];
        foreach ((string code, ContactAttempt bad) in cases)
        {
            RefusalAssert.Contains(code, () => ListScript.New().ProposeReplacement("S1", [ListScript.Attempts[1], bad], "chai", ListScript.DrawnOn, ListScript.Today, ListScript.Now));
        }
    }

    [Fact]
    public void ProposeReplacement_FirstAndLastDayLongestWords_Accepted()
    {
        ContactAttempt[] attempts =
        [
            ListScript.Attempts[0] with { On = ListScript.DrawnOn, How = new string('走', 100), Evidence = $" {new string('证', 500)} ", EvidenceDigest = new string('9', 63) + "f" },
            ListScript.Attempts[1] with { On = ListScript.Today },
        ];
        ListEvent.Proposed proposed = ListScript.New().ProposeReplacement("S1", [.. attempts], "chai", ListScript.DrawnOn, ListScript.Today, ListScript.Now);
        Assert.Equal([ListScript.DrawnOn, ListScript.Today], proposed.Attempts.Select(a => a.On));
        Assert.Equal((100, 500), (proposed.Attempts[0].How.Length, proposed.Attempts[0].Evidence.Length));
    }

    [Fact]
    public void ApproveReplacement_SecondPerson_NextReserveComesIn()
    {
        DrawnList list = ListScript.New();
        ListScript.Propose(list, "S1");
        ListEvent.Replaced replaced = Assert.IsType<ListEvent.Replaced>(list.ApproveReplacement(1, ListScript.Register(("R1", SubjectStatus.Revoked)), "shou", ListScript.Now));
        Assert.Equal((1, "R2", ReplacementGround.NotReached, "shou"), (replaced.Number, replaced.By, replaced.Ground, replaced.Approver));
        ListChange change = list.Change(1);
        Assert.Equal((ListChangeState.Replaced, "chai", "shou", 2), (change.State, change.ProposedBy, change.DecidedBy, change.Attempts.Length));
    }

    [Theory]
    [InlineData("chai")]
    [InlineData("scjg-02")]
    public void Decide_ProposerOrWhoTried_Refused(string person)
    {
        DrawnList list = ListScript.New();
        ListScript.Propose(list, "S1", by: "chai");
        RefusalAssert.Contains("RI2146", () => list.ApproveReplacement(1, ListScript.Register(), person, ListScript.Now), ("person", person), ("number", "1"));
        RefusalAssert.Contains("RI2146", () => list.DeclineReplacement(1, "再查找", person, ListScript.Now));
        Assert.Equal(ListChangeState.Proposed, list.Change(1).State);
    }

    [Fact]
    public void DeclineReplacement_SecondPerson_UnitStaysAndMayBeProposedAnew()
    {
        DrawnList list = ListScript.New();
        ListScript.Propose(list, "S1");
        RefusalAssert.Contains("RI2154", () => list.DeclineReplacement(1, " ", "shou", ListScript.Now));
        list.DeclineReplacement(1, "证据不足", "shou", ListScript.Now);
        Assert.Equal((ListChangeState.Declined, "证据不足"), (list.Change(1).State, list.Change(1).DeclineReason));
        Assert.Contains(list.Effective, u => u.Id == "S1");
        Assert.Equal(2, ListScript.Propose(list, "S1").Number);
    }

    [Fact]
    public void Decide_NothingWaits_Refused()
    {
        DrawnList list = ListScript.New();
        RefusalAssert.Contains("RI2145", () => list.ApproveReplacement(1, ListScript.Register(), "shou", ListScript.Now), ("task", ListScript.TaskId), ("number", "1"));
        RefusalAssert.Contains("RI2145", () => list.DeclineReplacement(1, "x", "shou", ListScript.Now));
        ListScript.Gone(list, "S1");
        RefusalAssert.Contains("RI2147", () => list.ApproveReplacement(1, ListScript.Register(), "shou", ListScript.Now), ("state", "Replaced"));
        RefusalAssert.Contains("RI2147", () => list.DeclineReplacement(1, "x", "shou", ListScript.Now));
    }

    [Fact]
    public void ReplaceGone_WhileProposed_OvertakesTheProposal()
    {
        DrawnList list = ListScript.New();
        ListScript.Propose(list, "S1");
        Assert.Equal(2, Assert.IsType<ListEvent.Replaced>(ListScript.Gone(list, "S1")).Number);
        Assert.Equal(ListChangeState.Overtaken, list.Change(1).State);
        RefusalAssert.Contains("RI2147", () => list.ApproveReplacement(1, ListScript.Register(), "shou", ListScript.Now));
        RefusalAssert.Contains("RI2140", () => ListScript.Propose(list, "S1"));
    }

    [Fact]
    public void Supplement_FromShortToJoined_NewcomersHaveReservesOfTheirOwn()
    {
        DrawnList list = ListScript.New();
        RefusalAssert.Contains("RI2148", () => list.PrepareSupplement(ListScript.Supplement, 1), ("task", ListScript.TaskId));
        RefusalAssert.Contains("RI2148", () => list.CloseShort(8, ListScript.Now));
        ListScript.Gone(list, "F1");
        Assert.Equal([1], list.PrepareSupplement(ListScript.Supplement, 1).Covers);
        Assert.Equal((ListScript.Supplement, ListChangeState.BeingSupplemented, false), (list.Supplement, list.Change(1).State, list.IsSettled));
        RefusalAssert.Contains("RI2149", () => list.PrepareSupplement("D2026-0003", 1), ("draw", ListScript.Supplement));
        RefusalAssert.Contains("RI2149", () => list.CloseShort(8, ListScript.Now));
        list.JoinSupplement(ListScript.Supplementary);
        Assert.Equal((ListChangeState.Supplemented, ListScript.Supplement, true), (list.Change(1).State, list.Change(1).SupplementedBy, list.IsSettled));
        Assert.Equal(["S1", "S2", "N1"], list.Effective.Select(u => u.Id));
        Assert.Equal([ListScript.Draw, ListScript.Supplement], list.Draws);
        Assert.Equal("N2", Assert.IsType<ListEvent.Replaced>(ListScript.Gone(list, "N1")).By);
        Assert.Equal(ListScript.Supplement, list.Change(2).Draw);
    }

    [Fact]
    public void ReleaseSupplement_Voided_ShortAgainAndRemembered()
    {
        DrawnList list = ListScript.New();
        Assert.Throws<InvalidOperationException>(list.ReleaseSupplement);
        Assert.Throws<InvalidOperationException>(() => list.JoinSupplement(ListScript.Supplementary));
        ListScript.Gone(list, "F1");
        list.PrepareSupplement(ListScript.Supplement, 1);
        list.ReleaseSupplement();
        Assert.Equal((null, ListChangeState.Short), (list.Supplement, list.Change(1).State));
        Assert.Equal([ListScript.Supplement], list.VoidedSupplements);

        // What was voided on the way is forgotten with the draw that was made.
        Assert.Throws<ArgumentOutOfRangeException>("size", () => list.PrepareSupplement(ListScript.Supplement, 0));
        list.PrepareSupplement(ListScript.Supplement, 1);
        list.JoinSupplement(ListScript.Supplementary);
        Assert.Empty(list.VoidedSupplements);
        Assert.Equal(["F1", "N1", "N2", "R1", "R2", "R3", "S1", "S2"], list.Named().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void CloseShort_CellEmpty_SettledAndVisible()
    {
        DrawnList list = ListScript.New();
        ListScript.Gone(list, "F1");
        Assert.Equal([1], list.CloseShort(8, ListScript.Now).Covers);
        Assert.Equal((ListChangeState.NobodyLeft, true), (list.Change(1).State, list.IsSettled));
        RefusalAssert.Contains("RI2148", () => list.PrepareSupplement("D2026-0002", 1));
    }

    [Fact]
    public void Replay_EveryCommand_SameStateAtEachStep()
    {
        DrawnList list = ListScript.New();
        List<ListEvent> events = [];
        Func<ListEvent>[] steps =
        [
            () => ListScript.Propose(list, "S1"),
            () => list.DeclineReplacement(1, "证据不足", "shou", ListScript.Now),
            () => ListScript.Propose(list, "S1"),
            () => ListScript.Propose(list, "S2"),
            () => ListScript.Gone(list, "S2"),
            () => list.ApproveReplacement(2, ListScript.Register(("R2", SubjectStatus.MovedOut)), "shou", ListScript.Now),
            () => ListScript.Gone(list, "R3"),
            () => list.CloseShort(8, ListScript.Now),
            () => ListScript.Gone(list, "F1"),
            () => list.PrepareSupplement("D2026-0000", 1),
            () => list.ReleaseSupplement(),
            () => list.PrepareSupplement(ListScript.Supplement, 1),
            () => list.JoinSupplement(ListScript.Supplementary),
            () => ListScript.Gone(list, "N1"),
        ];
        foreach (Func<ListEvent> step in steps)
        {
            events.Add(step());
            Assert.Equal(ListScript.StateOf(list), ListScript.StateOf(ListScript.Replay(events)));
        }

        Assert.Equal(DomainEvents.Codec.Types.Values.Count(t => t.BaseType == typeof(ListEvent)), events.Select(e => e.GetType()).Distinct().Count());
        Assert.Equal([4, 2, 5, 6, 7], list.Effected.Select(c => c.Number));
    }

    [Fact]
    public void Published_Addendum_NoUnusedReserveAndRoundTrips()
    {
        DrawnList list = ListScript.New();
        ListScript.Propose(list, "S1");
        list.ReplaceGone("S2", ListScript.Register(("S2", SubjectStatus.Revoked), ("R1", SubjectStatus.MovedOut)), ListScript.Now);
        byte[] bytes = ReplacementsDocument.Write(list.Published([new ReplacementsDraw(ListScript.Draw, null, [], Digest.Parse(new string('c', 64)))]));
        string text = System.Text.Encoding.UTF8.GetString(bytes);
        Assert.Equal(bytes, ReplacementsDocument.Write(ReplacementsDocument.Read(bytes)));
        Assert.Contains("\"R1\"", text, StringComparison.Ordinal);
        Assert.Contains("\"R2\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("R3", text, StringComparison.Ordinal);
        Assert.DoesNotContain("S1", text, StringComparison.Ordinal);
        Assert.DoesNotContain("chai", text, StringComparison.Ordinal);
    }
}
