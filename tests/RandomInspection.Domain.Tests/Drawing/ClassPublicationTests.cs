using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using RandomInspection.Drawing;
using static RandomInspection.Tests.Drawing.CeremonyScript;

namespace RandomInspection.Tests.Drawing;

/// <summary>Where classes are published, the public view is the auditor's without the reserves; where they are withheld, no unit's class shows.</summary>
public sealed class ClassPublicationTests
{
    private static readonly DrawRecord Withheld = At(CeremonyStatus.Ready).Record();
    private static readonly DrawRecord Published = Publish(At(CeremonyStatus.Ready));
    private static readonly RecordVerifier Verifier = new();

    /// <summary>What is changed in a record that publishes classes, and the step that must fail.</summary>
    public static TheoryData<string, Func<RecordedTask, RecordedTask>, string> Lies => new()
    {
        { "cells of two units swapped", t => t with { SelectedCells = Swapped(t.SelectedCells) }, "selection" },
        { "a cell that is none of the frame", t => t with { SelectedCells = t.SelectedCells.SetItem(0, new Cell(t.SelectedCells[0].Stratum, "Z")) }, "selection" },
        { "a cutoff", t => t with { Cells = t.Cells.SetItem(1, t.Cells[1] with { Cutoff = t.Selected[0].Ticket }) }, "selection" },
        { "a cutoff of an empty cell", t => t with { Cells = [.. t.Cells.Select(c => c.Size == 0 ? c with { Cutoff = t.Selected[0].Ticket } : c with { Cutoff = null })] }, "selection" },
    };

    [Fact]
    public void Verify_PublishedInThreeViews_EveryStepHolds()
    {
        byte[] auditor = RecordDocument.Write(Published);
        DrawRecord open = Published.ForPublic(DigestOf(auditor));
        Assert.Empty(NotOk(Verifier.Verify(auditor, Frames, Keys)));
        Assert.Empty(NotOk(Verifier.Verify(RecordDocument.Write(open), Frames, Keys)));
        Assert.Empty(NotOk(Verify(RecordDocument.Write(open))));
        foreach (FrameUnit unit in SmallFrame.Units)
        {
            RecordedSubject subject = RecordBuilder.Subject(Published, "T1", SmallFrame, SmallKey, unit.Id, new DrawEngine(), new DrawHashes())!;
            Assert.Empty(NotOk(Verify(RecordDocument.Write(Published.ForSubject(DigestOf(auditor), subject)))));
        }
    }

    [Fact]
    public void ForPublic_Published_EverythingButTheReserves()
    {
        byte[] auditor = RecordDocument.Write(Published);
        DrawRecord open = RecordDocument.Read(RecordDocument.Write(Published.ForPublic(DigestOf(auditor))));
        RecordedTask due = Published.Tasks[0], task = open.Tasks[0];
        Assert.Equal(ClassPublication.Published, open.Classes);
        Assert.Equal(due.Cells, task.Cells);
        Assert.Equal(due.SelectedCells, task.SelectedCells);
        Assert.Equal(due.Directory!.Criteria, task.Directory!.Criteria);
        Assert.NotEmpty(due.Reserves);
        Assert.Empty(task.Reserves);
        Assert.All(due.Reserves, r => Assert.DoesNotContain(r.Id, Encoding.UTF8.GetString(RecordDocument.Write(open)), StringComparison.Ordinal));
    }

    [Fact]
    public void Write_Withheld_SaysNothingOfClassesBesideTheCells()
    {
        byte[] auditor = RecordDocument.Write(Withheld);
        string open = Encoding.UTF8.GetString(RecordDocument.Write(Withheld.ForPublic(DigestOf(auditor))));
        Assert.DoesNotContain("\"classes\"", open, StringComparison.Ordinal);
        Assert.DoesNotContain("\"classes\"", Encoding.UTF8.GetString(auditor), StringComparison.Ordinal);
        Assert.All(Withheld.Tasks[0].Selected, s => Assert.Contains($"{{\"ticket\":\"{s.Ticket}\",\"id\":\"{s.Id}\"}}", open, StringComparison.Ordinal));
        Assert.DoesNotContain("\"cutoff\"", open, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WhatWasWritten_SameBytesInEveryView()
    {
        byte[] auditor = RecordDocument.Write(Published);
        RecordedSubject subject = RecordBuilder.Subject(Published, "T1", SmallFrame, SmallKey, "U00", new DrawEngine(), new DrawHashes())!;
        foreach (byte[] bytes in (byte[][])[auditor, RecordDocument.Write(Published.ForPublic(DigestOf(auditor))), RecordDocument.Write(Published.ForSubject(DigestOf(auditor), subject))])
        {
            Assert.Contains("\"breakOff\":false,\"classes\":\"published\",", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
            Assert.Equal(bytes, RecordDocument.Write(RecordDocument.Read(bytes)));
        }
    }

    [Theory]
    [InlineData("\"classes\":\"published\"", "\"classes\":\"withheld\"")]
    [InlineData("\"classes\":\"published\",", "")]
    [InlineData("\"breakOff\":false,\"classes\":\"published\"", "\"classes\":\"published\",\"breakOff\":false")]
    [InlineData("\"classes\":\"published\"", "\"classes\":null")]
    public void Read_ClassesWrittenOtherwise_Refused(string from, string to)
    {
        string text = Encoding.UTF8.GetString(RecordDocument.Write(Published));
        Assert.Contains(from, text, StringComparison.Ordinal);
        Assert.Throws<InputRefusedException>(() => RecordDocument.Read(Encoding.UTF8.GetBytes(text.Replace(from, to, StringComparison.Ordinal))));
    }

    [Fact]
    public void Read_VoidRecordThatPublishesClasses_Refused()
    {
        DrawCeremony ceremony = At(CeremonyStatus.Void).Ceremony;
        DrawRecord record = CeremonyRecord.Drawn(At(CeremonyStatus.Ready).Ceremony, [], Start) with
        {
            Seed = null,
            DrawnAt = null,
            Voided = new VoidedDraw(ceremony.Voiding!.Reason, ceremony.Voiding.By, ceremony.Voiding.At),
        };
        RecordDocument.Read(RecordDocument.Write(record));
        Assert.Throws<InputRefusedException>(() => RecordDocument.Read(RecordDocument.Write(record with { Classes = ClassPublication.Published })));
    }

    [Theory]
    [MemberData(nameof(Lies))]
    public void Verify_OneLie_ThatStepFailsWithoutTheFrameToo(string what, Func<RecordedTask, RecordedTask> lie, string step)
    {
        DrawRecord told = Published with { Tasks = [lie(Published.Tasks[0])] };
        foreach (DrawRecord view in (DrawRecord[])[told, told.ForPublic(DigestOf(RecordDocument.Write(told)))])
        {
            RecordVerification found = Verify(RecordDocument.Write(view));
            Assert.True(found.Steps.Any(s => s.Id == step && s.Status == VerificationStatus.Failed), what);
        }
    }

    private static DrawRecord Publish(CeremonyScript script)
    {
        DrawResult result = new DrawEngine().Draw(SmallFrame, DesignDocument.Parse(Design).Design, script.Ceremony.Seed(), "sha-256");
        RecordedTask task = RecordBuilder.Task("T1", Design, result, new RecordedDirectory(7, "everything", Prepared.Tasks[0].LeftOut), SmallFrame);
        Assert.Equal(result.Selected.Count, task.SelectedCells.Length);
        return CeremonyRecord.Drawn(script.Ceremony, [task], Start + NodaTime.Duration.FromHours(4), ClassPublication.Published);
    }

    private static ImmutableArray<Cell> Swapped(ImmutableArray<Cell> cells)
    {
        int other = cells.Select((cell, i) => (cell, i)).First(c => c.cell != cells[0]).i;
        return cells.SetItem(0, cells[other]).SetItem(other, cells[0]);
    }

    private static Digest DigestOf(byte[] bytes) => Digest.Of(SHA256.HashData(bytes));

    private static RecordVerification Verify(byte[] record) =>
        Verifier.Verify(record, ImmutableDictionary<string, byte[]>.Empty, ImmutableDictionary<string, FrameKey>.Empty);

    /// <summary>Steps that do not hold, but for signatures, which nobody gives here, and the frame, which the public has not.</summary>
    private static IEnumerable<VerificationStep> NotOk(RecordVerification found) =>
        found.Steps.Where(s => s.Status != VerificationStatus.Ok && !s.Id.EndsWith("-signature", StringComparison.Ordinal));
}
