using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using NodaTime;
using RandomInspection.Drawing;
using static RandomInspection.Tests.Drawing.CeremonyScript;

namespace RandomInspection.Tests.Drawing;

/// <summary>Records: their bytes, their three views and what verifying finds.</summary>
public sealed partial class RecordTests
{
    private static readonly Duration Second = Duration.FromSeconds(1);
    private static readonly DrawRecord Auditor = At(CeremonyStatus.Ready).Record();
    private static readonly RecordVerifier Verifier = new();

    /// <summary>What is changed in the auditor's record, and the step that must fail.</summary>
    public static TheoryData<string, Func<DrawRecord, DrawRecord>, string> Lies => new()
    {
        { "seed", r => r with { Seed = Seed.Parse(OperatorValue) }, "seed" },
        { "opening", r => r with { OpeningText = r.OpeningText.Replace("D2026-0001", "D2026-0002", StringComparison.Ordinal) }, "commitments" },
        { "opening with white space", r => r with { OpeningText = r.OpeningText + " " }, "seed" },
        { "not an opening", r => r with { OpeningText = "{}" }, "opening" },
        { "assurance", r => r with { Assurance = Assurance.Operator }, "assurance" },
        { "break-off", r => r with { BreakOff = true }, "assurance" },
        { "a commitment less", r => r with { Commitments = [r.Commitments[0]] }, "commitments" },
        { "commitments swapped", r => r with { Commitments = [r.Commitments[1], r.Commitments[0]] }, "commitments" },
        { "a commitment twice", r => r with { Commitments = [r.Commitments[0], .. r.Commitments] }, "commitments" },
        { "a lottery that commits", r => r with { Commitments = [.. r.Commitments, r.Commitments[0] with { Party = Lottery }] }, "commitments" },
        { "another commitment", r => r with { Commitments = r.Commitments.SetItem(0, r.Commitments[0] with { Commitment = Digest.Parse(OperatorValue) }) }, "commitments" },
        { "no signature", r => r with { Commitments = r.Commitments.SetItem(0, r.Commitments[0] with { Signature = null }) }, "signatures" },
        { "the other's signature", r => r with { Commitments = r.Commitments.SetItem(0, r.Commitments[0] with { Signature = r.Commitments[1].Signature }) }, "signatures" },
        { "a value less", r => r with { Contributions = [.. r.Contributions.Take(2)] }, "contributions" },
        { "another value", r => r with { Contributions = r.Contributions.SetItem(2, Value(Lottery, ContributionKind.Public, "34")) }, "seed" },
        { "a value that does not match", r => r with { Contributions = r.Contributions.SetItem(0, Value(Operator, ContributionKind.Committed, WitnessValue)) }, "commitments" },
        { "a value of another kind", r => r with { Contributions = r.Contributions.SetItem(2, Value(Lottery, ContributionKind.System, OperatorValue)) }, "contributions" },
        { "values swapped", r => r with { Contributions = [r.Contributions[1], r.Contributions[0], r.Contributions[2]] }, "contributions" },
        { "struck though it counts", r => r with { Struck = [new StruckParty(Witness, "notRevealed", Start)] }, "contributions" },
        { "a stranger struck", r => r with { Struck = [new StruckParty("nobody", "notRevealed", Start)] }, "contributions" },
        { "struck for another reason", r => WithoutLottery(r, "notRevealed"), "contributions" },
        { "struck twice", r => WithoutLottery(r, "noValue") is var w ? w with { Struck = [w.Struck[0], w.Struck[0]] } : r, "contributions" },
        { "design", r => Task(r, t => t with { DesignText = t.DesignText + " " }), "design" },
        { "expected", r => Task(r, t => t with { Cells = t.Cells.SetItem(0, t.Cells[0] with { Expectation = t.Cells[0].Expectation with { ExpectedNano = 1 } }) }), "expected" },
        { "population", r => Task(r, t => t with { Cells = t.Cells.SetItem(0, Counted(t.Cells[0], 1)) }), "cells" },
        { "a cell less", r => Task(r, t => t with { Cells = [.. t.Cells.Skip(1)] }), "cells" },
        { "cells swapped", r => Task(r, t => t with { Cells = [t.Cells[1], t.Cells[0], .. t.Cells.Skip(2)] }), "cells" },
        { "size", r => Task(r, t => t with { Cells = t.Cells.SetItem(1, t.Cells[1] with { Size = t.Cells[1].Size + 1 }) }), "rounding" },
        { "a selected unit less", r => Task(r, t => t with { Selected = [.. t.Selected.Skip(1)] }), "selection" },
        { "a selected unit twice", r => Task(r, t => t with { Selected = [t.Selected[0], t.Selected[0], .. t.Selected.Skip(2)] }), "selection" },
        { "selection in other order", r => Task(r, t => t with { Selected = [.. t.Selected.Reverse()] }), "selection" },
        { "a selected unit's id", r => Task(r, t => t with { Selected = t.Selected.SetItem(0, t.Selected[0] with { Id = "U99" }) }), "tickets" },
        { "an id that is none", r => Task(r, t => t with { Selected = t.Selected.SetItem(0, t.Selected[0] with { Id = ":round 0" }) }), "tickets" },
        { "a reserve's ticket", r => Task(r, t => t with { Reserves = t.Reserves.SetItem(0, t.Reserves[0] with { Ticket = t.Selected[0].Ticket }) }), "tickets" },
        { "a reserve less", r => Task(r, t => t with { Reserves = [.. t.Reserves.Skip(1)] }), "reserves" },
        { "a cutoff", r => Task(r, t => t with { Cells = t.Cells.SetItem(1, t.Cells[1] with { Cutoff = t.Reserves[0].Ticket }) }), "cutoffs" },
        { "a task of another id", r => Task(r, t => t with { Id = "T2" }), "opening" },
        { "no task", r => r with { Tasks = [] }, "opening" },
        { "drawn before the value", r => r with { DrawnAt = Start }, "times" },
        { "opened after the commitments", r => r with { OpenedAt = Start + Second }, "times" },
        { "a late commitment", r => r with { Commitments = r.Commitments.SetItem(1, r.Commitments[1] with { At = Deadlines.Commit + Second }) }, "times" },
        { "a late reveal", r => Late(r, 0), "times" },
        { "a late witness", r => Late(r, 1), "times" },
        { "the witness first", r => r with { Contributions = r.Contributions.SetItem(0, r.Contributions[0] with { At = Start + Second }) }, "times" },
        { "a reveal before the last commitment", r => r with { Commitments = r.Commitments.SetItem(1, r.Commitments[1] with { At = Start + Second }) }, "times" },
        { "the lottery before the last reveal", r => r with { Contributions = r.Contributions.SetItem(2, r.Contributions[2] with { At = Start - Second }) }, "times" },
        { "struck before it was opened", r => WithoutLottery(r, "noValue") is var w ? w with { Struck = [w.Struck[0] with { At = Start - Second }] } : r, "times" },
        { "neither a value nor struck", r => r with { Contributions = [.. r.Contributions.Skip(1)] }, "contributions" },
        { "struck though never committed", r => WithoutWitness(r, "notCommitted"), "seed" },
        { "struck as if it had committed", r => WithoutWitness(r, "notRevealed"), "contributions" },
        { "nobody left", r => r with { Contributions = [], Struck = [new(Operator, "notRevealed", Start), new(Witness, "notRevealed", Start), new(Lottery, "noValue", Start)] }, "contributions" },
        { "a match that was not opened", r => r with { Matches = [new RecordedMatch("M2026-0001", 1, Digest.Parse(OperatorValue), 2, 0)] }, "matches" },
        { "struck after the draw", r => WithoutLottery(r, "noValue") is var w ? w with { Struck = [w.Struck[0] with { At = Start + Duration.FromDays(9) }] } : r, "times" },
    };

    [Fact]
    public void Verify_ThreeViews_EveryStepHolds()
    {
        byte[] bytes = RecordDocument.Write(Auditor);
        AssertVerifies(Verifier.Verify(bytes, Frames, Keys), skipped: 0);
        AssertVerifies(Verifier.Verify(bytes, ImmutableDictionary<string, byte[]>.Empty, Keys), skipped: 1);
        AssertVerifies(Verify(Public(bytes)), skipped: 0);
        foreach (FrameUnit unit in SmallFrame.Units)
        {
            RecordedSubject subject = Subject(unit.Id);
            AssertVerifies(Verify(RecordDocument.Write(Auditor.ForSubject(DigestOf(bytes), subject))), skipped: 0);
            Assert.Equal(Auditor.Tasks[0].Selected.Any(s => s.Id == unit.Id), subject.Drawn);
        }

        Assert.Null(RecordBuilder.Subject(Auditor, "T1", SmallFrame, SmallKey, "nobody", new DrawEngine(), new DrawHashes()));
        Assert.Equal((Assurance.Witnessed, false), (Auditor.Assurance, Auditor.BreakOff));
    }

    [Fact]
    public void Read_WhatWasWritten_SameBytesInEveryView()
    {
        byte[] auditor = RecordDocument.Write(Auditor);
        DrawCeremony ceremony = At(CeremonyStatus.Void).Ceremony;
        byte[][] records = [auditor, Public(auditor), RecordDocument.Write(Auditor.ForSubject(DigestOf(auditor), Subject("U00"))), RecordDocument.Write(VoidRecord(ceremony))];
        foreach (byte[] record in records)
        {
            Assert.Equal(Encoding.UTF8.GetString(record), Encoding.UTF8.GetString(RecordDocument.Write(RecordDocument.Read(record))));
            Assert.Equal((byte)'\n', record[^1]);
        }
    }

    [Fact]
    public void ForPublic_AuditorsRecord_NeitherCutoffsNorReservesNorDirectory()
    {
        string text = Encoding.UTF8.GetString(Public(RecordDocument.Write(Auditor)));
        Assert.All((string[])["cutoff", "\"reserves\"", "directory", "leftOut", SmallKey.Hex, "U11"], hidden => Assert.DoesNotContain(hidden, text, StringComparison.Ordinal));
        Assert.Contains($"\"auditorDigest\":\"{DigestOf(RecordDocument.Write(Auditor))}\"", text, StringComparison.Ordinal);
        Assert.All(Auditor.Tasks[0].Reserves, r => Assert.DoesNotContain(r.Ticket.ToString(), text, StringComparison.Ordinal));
    }

    [Fact]
    public void ForPublicAndForSubject_AuditorsRecord_HoldNothingElse()
    {
        Digest digest = Digest.Parse(new string('a', 64));
        Assert.All(Auditor.Tasks, task => Assert.True(task.Cells.All(cell => cell.Cutoff is not null) && !task.Reserves.IsEmpty && task.Directory is not null));
        Assert.All(Auditor.ForPublic(digest).Tasks, task => Assert.True(task.Cells.All(cell => cell.Cutoff is null) && task.Reserves.IsEmpty && task.Directory is null));
        DrawRecord open = (Auditor with { Classes = ClassPublication.Published }).ForPublic(digest);
        Assert.Equal(Auditor.Tasks.SelectMany(task => task.Cells.Select(cell => (cell.Cutoff, task.Directory))), open.Tasks.SelectMany(task => task.Cells.Select(cell => (cell.Cutoff, task.Directory))));
        Assert.All(open.Tasks, task => Assert.Empty(task.Reserves));
        Assert.Empty(Auditor.ForSubject(digest, null!).Tasks);
    }

    [Fact]
    public void Write_RareCharactersAndWideSpaces_StandAsThemselves()
    {
        const string Reason = "𠮷田商店😀\u3000停电\u00a0é\u2028";
        CeremonyScript script = With(OperatorParty, LotteryParty with { Source = Reason }).Open();
        script.Do(c => c.ProposeVoid(Reason, OperatorPerson));
        script.Do(c => c.ConfirmVoid("shou", Start));
        byte[] bytes = RecordDocument.Write(VoidRecord(script.Ceremony));

        Assert.Contains($"\"reason\":\"{Reason}\"", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.Contains(Reason, script.Ceremony.Opening!.Text, StringComparison.Ordinal);
        Assert.Equal(Reason, RecordDocument.Read(bytes).Voided!.Reason);
        AssertVerifies(Verify(bytes), skipped: 0);
    }

    [Fact]
    public void Draw_Ceremony_DigestsAreThoseOfTheBytes()
    {
        CeremonyScript script = At(CeremonyStatus.Ready);
        DrawRecord record = script.Record();
        byte[] bytes = RecordDocument.Write(record);
        CeremonyEvent.Drawn drawn = Assert.IsType<CeremonyEvent.Drawn>(script.Do(c => c.Draw(record, Start)));

        Assert.Equal((Sha(bytes), Sha(bytes), Sha(RecordDocument.Write(record.ForPublic(DigestOf(bytes))))), (drawn.AuditorRecord, drawn.RecordFile, drawn.PublicRecord));
        Assert.Equal(script.Ceremony.Seed().Hex, drawn.Seed);
        Assert.Equal(new Dictionary<string, long> { ["T1"] = Auditor.Tasks[0].Selected.Length }, drawn.Selected);
    }

    [Fact]
    public void Verify_VoidDraw_HoldsAndHasNoResult()
    {
        CeremonyScript script = At(CeremonyStatus.Void);
        DrawRecord record = VoidRecord(script.Ceremony);
        byte[] bytes = RecordDocument.Write(record);

        AssertVerifies(Verify(bytes), skipped: 0);
        Assert.Equal((Sha(bytes), Sha(bytes)), (script.Ceremony.Voiding!.AuditorRecord, script.Ceremony.Voiding.RecordFile));
        Assert.Equal(Sha(RecordDocument.Write(record.ForPublic(DigestOf(bytes)))), script.Ceremony.Voiding.PublicRecord);
        AssertFails(Verify(RecordDocument.Write(record with { Tasks = Auditor.Tasks })), "format");
        AssertFails(Verify(RecordDocument.Write(record with { Voided = record.Voided! with { By = [record.Voided.By[0], record.Voided.By[0]] } })), "void");
    }

    [Theory]
    [MemberData(nameof(Lies))]
    public void Verify_OneLie_ThatStepFails(string what, Func<DrawRecord, DrawRecord> lie, string step)
    {
        RecordVerification found = Verifier.Verify(RecordDocument.Write(lie(Auditor)), Frames, Keys);
        Assert.False(found.Verifies, what);
        AssertFails(found, step);
        Said(what, found, failedOnly: true);
    }

    [Fact]
    public void Verify_EveryStep_SaysWhatItLookedAt()
    {
        byte[] bytes = RecordDocument.Write(Auditor);
        Said("auditor", Verifier.Verify(bytes, Frames, Keys));
        Said("auditor without the frame", Verifier.Verify(bytes, ImmutableDictionary<string, byte[]>.Empty, Keys));
        Said("public", Verify(Public(bytes)));
        Said("subject", Verify(RecordDocument.Write(Auditor.ForSubject(DigestOf(bytes), Subject("U00")))));
        DrawRecord record = VoidRecord(At(CeremonyStatus.Void).Ceremony);
        Said("void", Verify(RecordDocument.Write(record)));
        Said("void by one", Verify(RecordDocument.Write(record with { Voided = record.Voided! with { By = [record.Voided.By[0], record.Voided.By[0]] } })));
        Said("void before it was opened", Verify(RecordDocument.Write(record with { Voided = record.Voided! with { At = Start - Second } })), failedOnly: true);

        CeremonyScript alone = With(OperatorParty, LotteryParty).Open().CommitOperator().RevealOperator();
        alone.Do(c => c.EnterPublicValue(Lottery, OperatorPerson, LotteryValue, Start + Duration.FromHours(3)));
        Said("one party that commits", Verify(RecordDocument.Write(alone.Record())));

        // That the last to reveal can break it off stands beside the assurance, rightly and wrongly.
        Said("no public value", Verify(RecordDocument.Write(With(OperatorParty, WitnessParty).Open().CommitOperator().CommitWitness().RevealOperator().RevealWitness().Record())));
        Said("said to break off", Verify(RecordDocument.Write(Auditor with { BreakOff = true })), failedOnly: true);
    }

    [Fact]
    public void Verify_OneLieToASubject_SaysWhatItIs()
    {
        RecordedSubject drawn = Subject(Auditor.Tasks[0].Selected[0].Id), other = Subject("U00");
        Digest digest = DigestOf(RecordDocument.Write(Auditor));
        (string What, RecordedSubject Subject)[] cases =
        [
            ("subject drawn", drawn),
            ("subject of another task", drawn with { Task = "T2" }),
            ("subject under another root", drawn with { FrameRoot = digest }),
            ("subject of another frame", drawn with { Proof = drawn.Proof with { FrameSize = 15 } }),
            ("subject with another's proof", drawn with { Proof = other.Proof with { Unit = drawn.Proof.Unit } }),
            ("subject with a reason to rest", drawn with { RestingReasons = ["RI2120"] }),
            ("subject with another's ticket", drawn with { Ticket = other.Ticket }),
            ("subject said not to be drawn", drawn with { Drawn = false }),
            ("subject under another cutoff", drawn with { Cutoff = null }),
        ];
        foreach ((string what, RecordedSubject subject) in cases)
        {
            RecordVerification found = Verify(RecordDocument.Write(Auditor.ForSubject(digest, subject)));
            Assert.Equal(what == "subject drawn", found.Verifies);
            Said(what, new RecordVerification([.. found.Steps.Where(step => step.Id.StartsWith("subject", StringComparison.Ordinal))]));
        }
    }

    [Fact]
    public void Verify_FrameOfOneMoreOrUnderAnotherKey_SaysWhatItIs()
    {
        FrameUnit more = new("U99", SmallFrame.Units[0].Stratum, "A", Standing.Drawable), turned = new(SmallFrame.Units[0].Id, SmallFrame.Units[0].Stratum, "B", SmallFrame.Units[0].Standing);
        byte[] bytes = RecordDocument.Write(Auditor);
        Said("a frame of one more", Verifier.Verify(bytes, With(Frame.Of(SmallFrame.Units.Add(more))), Keys), failedOnly: true);
        Said("a frame with another class", Verifier.Verify(bytes, With(Frame.Of(SmallFrame.Units.SetItem(0, turned))), Keys), failedOnly: true);
        Said("a frame under another key", Verifier.Verify(bytes, Frames, new Dictionary<string, FrameKey> { ["T1"] = FrameKey.Of(new byte[32]) }), failedOnly: true);
        Said("no frame at all", Verifier.Verify(bytes, new Dictionary<string, byte[]> { ["T1"] = "no frame"u8.ToArray() }, Keys), failedOnly: true);

        static Dictionary<string, byte[]> With(Frame frame) => new() { ["T1"] = FrameFile.Write(frame) };
    }

    [Fact]
    public void Verify_ValueFixedAtAMoment_InItsPlace()
    {
        Instant at = Start + Duration.FromHours(2);
        CeremonyScript script = With(OperatorParty, WitnessParty, LotteryParty with { Time = "2026-11-23T03:00:00Z" }).Open().CommitOperator().CommitWitness().RevealOperator().RevealWitness();
        script.Do(c => c.EnterPublicValue(Lottery, OperatorPerson, LotteryValue, at + Duration.FromHours(1)));
        DrawRecord record = script.Record();
        AssertVerifies(Verifier.Verify(RecordDocument.Write(record), Frames, Keys), skipped: 0);
        AssertVerifies(Verifier.Verify(RecordDocument.Write(record with { Contributions = At(record.Contributions, 2, at) }), Frames, Keys), skipped: 0);
        Said("the value before it was fixed", Verify(RecordDocument.Write(record with { Contributions = At(record.Contributions, 2, at - Second) })), failedOnly: true);
        Said("revealed after it was fixed", Verify(RecordDocument.Write(record with { Contributions = At(record.Contributions, 1, at + Second) })), failedOnly: true);

        static ImmutableArray<RecordedContribution> At(ImmutableArray<RecordedContribution> all, int place, Instant moment) => all.SetItem(place, all[place] with { At = moment });
    }

    [Fact]
    public void Verify_StruckParties_HoldWithTheRightReasons()
    {
        CeremonyScript script = With(OperatorParty, WitnessParty, LotteryParty).Open().CommitOperator().CommitWitness().RevealOperator();
        script.Do(c => c.Strike(Witness, Deadlines.Reveal + Second));
        script.Do(c => c.Strike(Lottery, Deadlines.Reveal + Second));
        DrawRecord record = script.Record();

        AssertVerifies(Verifier.Verify(RecordDocument.Write(record), Frames, Keys), skipped: 0);
        Assert.Equal((Assurance.Operator, false), (record.Assurance, record.BreakOff));
        foreach (string reason in new[] { "notCommitted", "noValue" })
        {
            AssertFails(Verify(RecordDocument.Write(record with { Struck = record.Struck.SetItem(0, record.Struck[0] with { Reason = reason }) })), "contributions");
        }
    }

    [Fact]
    public void Verify_UnknownHash_OpeningFails()
    {
        DrawRecord record = Auditor with { OpeningText = Auditor.OpeningText.Replace("sha-256", "sm3", StringComparison.Ordinal) };
        AssertFails(Verify(RecordDocument.Write(record)), "opening");
        AssertFails(new RecordVerifier(DrawVector.Hashes).Verify(RecordDocument.Write(record), Frames, Keys), "commitments");
    }

    private static DrawRecord VoidRecord(DrawCeremony ceremony) => new()
    {
        View = RecordView.Auditor,
        OpeningText = ceremony.Opening!.Text,
        OpenedAt = ceremony.OpenedAt!.Value,
        Commitments = [.. ceremony.Commitments.Values],
        Contributions = [],
        Struck = [],
        Voided = new VoidedDraw(ceremony.Voiding!.Reason, ceremony.Voiding.By, ceremony.Voiding.At),
        Assurance = Assurance.Operator,
        BreakOff = false,
    };

    private static RecordedSubject Subject(string id) => RecordBuilder.Subject(Auditor, "T1", SmallFrame, SmallKey, id, new DrawEngine(), new DrawHashes())!;

    private static RecordedContribution Value(string party, ContributionKind kind, string hex) => new(new Contribution(party, kind, hex), Start + Duration.FromHours(3));

    private static DrawRecord Task(DrawRecord record, Func<RecordedTask, RecordedTask> change) => record with { Tasks = [change(record.Tasks[0])] };

    private static DrawRecord Late(DrawRecord record, int place) => record with
    {
        Contributions = [.. record.Contributions.Select((c, i) => i == 2 ? c : c with { At = i < place ? Start : Deadlines.Reveal + Second })],
    };

    private static DrawRecord WithoutLottery(DrawRecord record, string reason) => record with
    {
        Contributions = [.. record.Contributions.Take(2)],
        Struck = [new StruckParty(Lottery, reason, Start + Duration.FromHours(3))],
    };

    private static DrawRecord WithoutWitness(DrawRecord record, string reason) => record with
    {
        Commitments = [record.Commitments[0]],
        Contributions = [record.Contributions[0], record.Contributions[2]],
        Struck = [new StruckParty(Witness, reason, Start + Duration.FromHours(1))],
    };

    private static CellResult Counted(CellResult cell, long more) =>
        cell with { Expectation = cell.Expectation with { Count = cell.Expectation.Count with { Population = cell.Expectation.Count.Population + more } } };

    private static byte[] Public(byte[] auditor) => RecordDocument.Write(Auditor.ForPublic(DigestOf(auditor)));

    private static Digest DigestOf(byte[] bytes) => Digest.Parse(Sha(bytes));

    private static string Sha(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static RecordVerification Verify(byte[] record) =>
        Verifier.Verify(record, ImmutableDictionary<string, byte[]>.Empty, ImmutableDictionary<string, FrameKey>.Empty);

    /// <summary>Each step word for word in both languages, as it stands beside the tests; digests and tickets left out.</summary>
    private static void Said(string what, RecordVerification found, bool failedOnly = false) => StoredTable.Is(
        "Drawing/record-verification.tsv",
        line => line.StartsWith($"{what}\t", StringComparison.Ordinal),
        found.Steps.Where(step => !failedOnly || step.Status == VerificationStatus.Failed)
            .Select(step => $"{what}\t{step.Id}\t{step.Status}\t{Hex().Replace(step.Chinese, "…")}\t{Hex().Replace(step.English, "…")}"));

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Hex();

    private static void AssertVerifies(RecordVerification found, int skipped)
    {
        Assert.True(found.Verifies, string.Join('\n', found.Steps.Select(s => $"{s.Status} {s.Id} {s.English}")));
        Assert.Equal(skipped, found.Steps.Count(s => s.Status == VerificationStatus.Skipped && !s.Id.EndsWith("-signature", StringComparison.Ordinal)));
    }

    private static void AssertFails(RecordVerification found, string step) => Assert.Contains(step, found.Steps.Where(s => s.Status == VerificationStatus.Failed).Select(s => s.Id));
}
