using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using RandomInspection.Drawing;
using static RandomInspection.Tests.Drawing.CeremonyScript;

namespace RandomInspection.Tests.Drawing;

/// <summary>递补公告：written and read strictly, and checked against the record; each thing wrong fails the step that it is of.</summary>
public sealed class ReplacementsTests
{
    private static readonly DrawRecord Auditor = At(CeremonyStatus.Ready).Record();
    private static readonly byte[] Bytes = RecordDocument.Write(Auditor);
    private static readonly RecordedTask Task1 = Auditor.Tasks[0];
    private static readonly string Draw = Opening.Parse(Auditor.OpeningText).Draw;
    private static readonly ReplacementsDraw Named = new(Draw, null, [], Digest.Of(SHA256.HashData(Bytes)));
    private static readonly ReplacementsVerifier Verifier = new(new DrawHashes());
    private static readonly Instant Later = Start + Duration.FromDays(1);
    private static readonly LocalDate Monday = new(2026, 11, 23);

    /// <summary>A reserve, and one of its cell that is on the list.</summary>
    private static readonly (SelectedUnit Goes, SelectedUnit Comes) Pair = Task1.Reserves
        .Select(reserve => (Task1.Selected.FirstOrDefault(unit => CellOf(unit.Id) == reserve.Cell), new SelectedUnit(reserve.Ticket, reserve.Id)))
        .Where(pair => pair.Item1 is not null).Select(pair => (pair.Item1!, pair.Item2)).First();

    private static readonly PublishedChange Change = new(1, Draw, Pair.Goes, ReplacementGround.Revoked, 7, [], [], Pair.Comes, Later);

    public static TheoryData<string, string> Wrong => new()
    {
        { "task", "replacements.record" },
        { "unlisted", "replacements.record" },
        { "digest", "replacements.record" },
        { "twice", "replacements.record" },
        { "no first", "replacements.record" },
        { "ticket", "replacements.tickets" },
        { "id", "replacements.tickets" },
        { "number", "replacements.order" },
        { "moment", "replacements.order" },
        { "stranger", "replacements.order" },
        { "named", "replacements.order" },
        { "before", "replacements.order" },
        { "one attempt", "replacements.order" },
        { "attempts", "replacements.order" },
        { "passed over", "replacements.order" },
        { "kept back", "replacements.reserves" },
        { "other reserve", "replacements.reserves" },
    };

    [Fact]
    public void Verify_AsItShouldBe_EveryStepHoldsInBothViews()
    {
        foreach (IReadOnlyDictionary<string, byte[]> frames in new[] { Frames, new Dictionary<string, byte[]>() })
        {
            RecordVerification verified = Verify(new Replacements("T1", [Named], [Change]), frames: frames);
            Assert.Equal(["replacements", "replacements.record", "replacements.tickets", "replacements.order", "replacements.reserves"], verified.Steps.Select(step => step.Id));
            Assert.All(verified.Steps, step => Assert.Equal(VerificationStatus.Ok, step.Status));
            Said("as it should be", verified);
        }

        RecordVerification open = Verify(new Replacements("T1", [Named], [Change]), RecordDocument.Write(Auditor.ForPublic(Named.Record)));
        Assert.True(open.Verifies);
        Assert.Equal("replacements.reserves", Assert.Single(open.Steps, step => step.Status == VerificationStatus.Skipped).Id);
        Said("public view", open);
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Verify_OneThingWrong_ItsStepFails(string what, string step)
    {
        RecordVerification found = Verify(Changed(what));
        Assert.Contains(step, Failed(found));
        Said(what, found);
        RecordVerification open = Verify(Changed(what), RecordDocument.Write(Auditor.ForPublic(Named.Record)));
        Assert.Equal(step != "replacements.reserves", Failed(open).Contains(step)); // of reserves the public view knows nothing
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Verify_CellShortOnceItsReserveIsSpent_HoldsAndNotBefore(bool notReached)
    {
        SelectedUnit next = Pair.Comes;
        PublishedChange second = Change with { Number = 2, Goes = next, Comes = null, At = Later + Duration.FromHours(1) };
        second = notReached ? second with { Ground = ReplacementGround.NotReached, Attempts = [Monday, Monday.PlusDays(1)] } : second;
        Assert.Empty(Failed(Verify(new Replacements("T1", [Named], [Change, second]))));
        Assert.Empty(Failed(Verify(new Replacements("T1", [Named], [Change, second]), frames: new Dictionary<string, byte[]>())));
        PublishedChange over = Change with { PassedOver = [new PassedOverUnit(next, ReplacementGround.MovedOut)], Comes = null };
        Assert.Empty(Failed(Verify(new Replacements("T1", [Named], [over]))));
    }

    [Fact]
    public void Verify_TwoWhoseCellsAreNotKnown_WhatIsKnownHolds()
    {
        PublishedChange second = Change with { Number = 2, Goes = Task1.Selected.First(unit => unit.Id != Pair.Goes.Id && CellOf(unit.Id) != CellOf(Pair.Goes.Id)), Comes = null, At = Later + Duration.FromHours(1) };
        Assert.Empty(Failed(Verify(new Replacements("T1", [Named], [second with { Number = 1, At = Later }, Change with { Number = 2, At = second.At }]), frames: new Dictionary<string, byte[]>())));
    }

    [Fact]
    public void Verify_ReserveOfNoCellThatIsKnown_ReservesFail()
    {
        FrameUnit other = SmallFrame.Units.First(unit => Task1.Selected.All(s => s.Id != unit.Id) && Task1.Reserves.All(r => r.Id != unit.Id));
        SelectedUnit goes = Task1.Selected[0];
        Assert.Contains("replacements.reserves", Failed(Verify(new Replacements("T1", [Named], [Change with { Goes = goes, Comes = new SelectedUnit(TicketOf(other.Id), other.Id) }]), frames: new Dictionary<string, byte[]>())));
    }

    [Fact]
    public void Verify_ChangesOfAnotherDraw_LeftToItsRecord()
    {
        ReplacementsDraw other = new("D2026-0002", Draw, [1], Digest.Parse(new string('c', 64)));
        PublishedChange beside = Change with { Number = 2, Draw = other.Draw, At = Later + Duration.FromHours(1) };
        RecordVerification verified = Verify(new Replacements("T1", [Named, other], [Change, beside]));
        Assert.True(verified.Verifies);
        Assert.Equal("replacements.others", Assert.Single(verified.Steps, step => step.Status == VerificationStatus.Skipped).Id);
        Said("changes of another draw", verified);
    }

    [Fact]
    public void Verify_NoAddendumNoRecordOrVoid_SaysSoAndStops()
    {
        RecordVerification none = Verifier.Verify("{}\n"u8.ToArray(), Bytes, Frames);
        Assert.Equal(["replacements"], none.Steps.Select(step => step.Id));
        Assert.Contains("RI1203", none.Steps[0].English, StringComparison.Ordinal);
        Assert.Equal(["replacements"], Failed(Verify(new Replacements("T1", [Named], [Change]), "{}"u8.ToArray())));
        string text = Encoding.UTF8.GetString(Bytes);
        string opening = System.Text.Json.JsonSerializer.Serialize(Auditor.OpeningText, Relaxed);
        Assert.Contains(opening, text, StringComparison.Ordinal);
        RecordVerification unopened = Verify(new Replacements("T1", [Named], [Change]), Encoding.UTF8.GetBytes(text.Replace(opening, "\"{}\"", StringComparison.Ordinal)));
        Assert.Equal(["replacements"], Failed(unopened));

        DrawRecord gone = CeremonyRecord.Void(At(CeremonyStatus.Void).Ceremony, new VoidedDraw("停电", [OperatorPerson, "shou"], Start));
        RecordVerification empty = Verify(new Replacements("T1", [Named], [Change]), RecordDocument.Write(gone));
        Assert.Equal(["replacements.record"], Failed(empty));
        Assert.Equal(2, empty.Steps.Length);
    }

    [Fact]
    public void Read_WhatWriteWrote_TheSame()
    {
        Replacements all = new(
            "T1",
            [Named, new ReplacementsDraw("D2026-0002", Draw, [2, 3], Digest.Parse(new string('d', 64)))],
            [
                .. Enum.GetValues<ReplacementGround>().Select((ground, i) => Change with
                {
                    Number = i + 1, Ground = ground, Attempts = ground == ReplacementGround.NotReached ? [Monday, Monday.PlusDays(1)] : [], Comes = i % 2 == 0 ? Pair.Comes : null,
                    PassedOver = [new PassedOverUnit(Pair.Goes, ground)],
                }),
            ]);
        byte[] bytes = ReplacementsDocument.Write(all);
        Replacements read = ReplacementsDocument.Read(bytes);
        Assert.Equal(bytes, ReplacementsDocument.Write(read));
        Assert.Equal([null, Draw], read.Draws.Select(draw => draw.Supplements));
        Assert.Equal([2, 3], read.Draws[1].Covers);
        Assert.Equal(Enum.GetValues<ReplacementGround>(), read.Changes.Select(change => change.Ground));
        Assert.Equal([Monday, Monday.PlusDays(1)], read.Changes.Single(change => change.Ground == ReplacementGround.NotReached).Attempts);
        Assert.Equal(Later, read.Changes[0].At);
    }

    [Theory]
    [InlineData("\"at\":\"2026-11-24T01:00:00Z\"", "\"at\":\"2026-11-24 01:00:00Z\"", "changes[0].at")]
    [InlineData("\"at\":\"2026-11-24T01:00:00Z\"", "\"at\":\"2026-11-24T01:00:00.0Z\"", "changes[0].at")]
    [InlineData("\"attempts\":[]", "\"attempts\":[\"2026-3-2\"]", "changes[0].attempts[0]")]
    [InlineData("\"attempts\":[]", "\"attempts\":[\"+2026-03-02\"]", "changes[0].attempts[0]")]
    [InlineData("\"attempts\":[]", "\"attempts\":[\"2026-02-30\"]", "changes[0].attempts[0]")]
    [InlineData("\"ground\":\"revoked\"", "\"ground\":\"gone\"", "changes[0].ground")]
    [InlineData("\"number\":1", "\"number\":0", "changes[0].number")]
    [InlineData("\"supplements\":null", "\"supplements\":\"\"", "draws[0].supplements")]
    public void Read_WrittenOtherwise_RI1204NamesThePlace(string old, string now, string member)
    {
        string text = Encoding.UTF8.GetString(ReplacementsDocument.Write(new Replacements("T1", [Named], [Change])));
        Assert.Contains(old, text, StringComparison.Ordinal);
        RefusalAssert.Contains("RI1204", () => ReplacementsDocument.Read(Encoding.UTF8.GetBytes(text.Replace(old, now, StringComparison.Ordinal))), ("member", member));
    }

    [Fact]
    public void Write_GroundOfNoName_NotGuessed() =>
        Assert.Equal("ground", Assert.Throws<ArgumentOutOfRangeException>(() => ReplacementsDocument.Write(new Replacements("T1", [Named], [Change with { Ground = (ReplacementGround)99 }]))).ParamName);

    private static readonly System.Text.Json.JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static Replacements Changed(string what)
    {
        Replacements right = new("T1", [Named], [Change]);
        PublishedChange second = Change with { Number = 2, Goes = Task1.Selected.First(unit => unit.Id != Pair.Goes.Id), Comes = null, At = Later + Duration.FromHours(1) };
        return what switch
        {
            "task" => right with { Task = "T2" },
            "unlisted" => right with { Draws = [Named with { Draw = "D2026-0009" }] },
            "digest" => right with { Draws = [Named with { Record = Digest.Parse(new string('e', 64)) }] },
            "twice" => right with { Draws = [Named, Named with { Supplements = "D2026-0009" }] },
            "no first" => right with { Draws = [Named with { Supplements = "D2026-0009" }] },
            "ticket" => right with { Changes = [Change with { Goes = Pair.Goes with { Ticket = Pair.Comes.Ticket } }] },
            "id" => right with { Changes = [Change with { Goes = Pair.Goes with { Id = "编号" } }] },
            "number" => right with { Changes = [Change, second with { Number = 1 }] },
            "moment" => right with { Changes = [Change, second with { At = Later - Duration.FromHours(1) }] },
            "stranger" => right with { Changes = [Change with { Goes = Pair.Comes, Comes = null }] },
            "named" => right with { Changes = [Change with { Comes = second.Goes }] },
            "before" => right with { Changes = [Earlier()] },
            "one attempt" => right with { Changes = [Change with { Ground = ReplacementGround.NotReached, Attempts = [Monday, Monday] }] },
            "attempts" => right with { Changes = [Change with { Attempts = [Monday, Monday.PlusDays(1)] }] },
            "passed over" => right with { Changes = [Change with { Comes = null, PassedOver = [new PassedOverUnit(Pair.Comes, ReplacementGround.NotReached)] }] },
            "kept back" => right with { Changes = [Change with { Comes = null }] },
            "other reserve" => right with { Changes = [OtherReserve()] },
            _ => throw new ArgumentOutOfRangeException(nameof(what)),
        };
    }

    /// <summary>Somebody comes whose ticket stands before that of who goes.</summary>
    private static PublishedChange Earlier() => (
        from goes in Task1.Selected
        from unit in SmallFrame.Units
        let ticket = TicketOf(unit.Id)
        where Task1.Selected.All(selected => selected.Id != unit.Id) && ticket < goes.Ticket
        select Change with { Goes = goes, Comes = new SelectedUnit(ticket, unit.Id) }).First();

    /// <summary>Somebody comes who is a reserve, but of another cell.</summary>
    private static PublishedChange OtherReserve() => (
        from goes in Task1.Selected
        from reserve in Task1.Reserves
        where CellOf(goes.Id) != reserve.Cell && goes.Ticket < reserve.Ticket
        select Change with { Goes = goes, Comes = new SelectedUnit(reserve.Ticket, reserve.Id) }).First();

    private static Cell CellOf(string id)
    {
        FrameUnit unit = SmallFrame.Units[SmallFrame.IndexOf(id)];
        return new Cell(unit.Stratum, unit.Class);
    }

    private static Ticket TicketOf(string id) => new(SHA256.HashData(Encoding.ASCII.GetBytes(Auditor.Seed!.Hex + id)));

    private static RecordVerification Verify(Replacements replacements, byte[]? record = null, IReadOnlyDictionary<string, byte[]>? frames = null) =>
        Verifier.Verify(ReplacementsDocument.Write(replacements), record ?? Bytes, frames ?? Frames);

    /// <summary>Each step word for word in both languages, as it stands beside the tests.</summary>
    private static void Said(string what, RecordVerification found) => StoredTable.Is(
        "Drawing/replacements-verification.tsv",
        line => line.StartsWith($"{what}\t", StringComparison.Ordinal),
        found.Steps.Select(step => $"{what}\t{step.Id}\t{step.Status}\t{step.Chinese}\t{step.English}"));

    private static string[] Failed(RecordVerification verification) => [.. verification.Steps.Where(step => step.Status == VerificationStatus.Failed).Select(step => step.Id)];
}
