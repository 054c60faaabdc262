using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using RandomInspection.Drawing;
using RandomInspection.Planning;
using RandomInspection.Tests.Drawing;

namespace RandomInspection.Tests.Planning;

/// <summary>The theorem of resting: classes keep their shares, nobody resting is drawn, who is exempt never rests.</summary>
public sealed class RestingProperties
{
    private static readonly DrawEngine Engine = new();
    private static readonly LocalDate Day = new(2026, 7, 1);
    private static readonly string[] Departments = ["market", "ecology", "fire"];

    private static readonly RestingRules[] Rules =
    [
        RestingRules.Liaoning2019,
        RestingRules.Liaoning2019 with { ExemptClasses = ["D"] },
        new() { VisitsInAll = 2, RestDays = 120, ExemptClasses = ["C", "D"] },
        new() { RestDays = 60, KeySubjects = [new KeySubject("U00", "重点"), new KeySubject("U01", "重点")] },
    ];

    [Property(MaxTest = 300)]
    public Property Draw_AnyHistory_SharesKeptNobodyRestingDrawn() => Prop.ForAll(Histories().ToArbitrary(), history =>
    {
        (FrameUnit[] units, ImmutableArray<PastVisit> visits, int rule, int entropy) = history;
        RestingRules rules = Rules[rule];
        ILookup<string, PastVisit> of = visits.ToLookup(v => v.SubjectCode);
        FrameUnit[] judged = [.. units.Select(u => rules.ReasonsOf(u.Id, u.Class, [.. of[u.Id]], "market", Day).IsEmpty ? u : new FrameUnit(u.Id, u.Stratum, u.Class, Standing.Resting))];

        // Exempt units never rest.
        Assert.DoesNotContain(judged, u => u.Standing == Standing.Resting && (rules.ExemptClasses.Contains(u.Class) || rules.KeySubjects.Any(k => k.Code == u.Id)));

        // Where a cell has units enough left, its expected count is what it was; else all that are left.
        DrawDesign design = DesignDocument.Parse("""{"kind":"rates","rates":{"A":"0.1","B":"0.2","C":"0.4","D":"0.6"}}""").Design;
        Frame before = Frame.Of(units), after = Frame.Of(judged);
        ImmutableArray<CellExpectation> due = Engine.Expect(before.Cells, design);
        ImmutableArray<CellExpectation> kept = Engine.Expect(after.Cells, design);
        Assert.Equal(due.Select(c => (c.Count.Cell, c.Count.Population)), kept.Select(c => (c.Count.Cell, c.Count.Population)));
        Assert.All(due.Zip(kept), pair => Assert.Equal(
            Math.Min(pair.First.ExpectedNano, pair.Second.Count.Drawable * CellExpectation.NanosPerUnit), pair.Second.ExpectedNano));

        DrawResult result = Engine.Draw(after, design, DrawCase.SeedOf(entropy), "sha-256");
        HashSet<string> resting = [.. judged.Where(u => u.Standing == Standing.Resting).Select(u => u.Id)];
        Assert.DoesNotContain(result.Selected, s => resting.Contains(s.Id));
    });

    [Property(MaxTest = 300)]
    public Property ReasonsOf_VisitsInAnyOrderOrOneMore_SameAndNeverFewer() => Prop.ForAll(Histories().ToArbitrary(), history =>
    {
        (FrameUnit[] units, ImmutableArray<PastVisit> visits, int rule, _) = history;
        foreach (FrameUnit unit in units)
        {
            PastVisit[] own = [.. visits.Where(v => v.SubjectCode == unit.Id)];
            string[] reasons = Reasons(unit, own);
            Assert.Equal(reasons, Reasons(unit, [.. own.Reverse()]));
            string[] more = Reasons(unit, [.. own, new PastVisit(unit.Id, "market", "T9", "another", Day)]);
            Assert.Empty(reasons.Except(more));
        }

        string[] Reasons(FrameUnit unit, PastVisit[] own) => [.. Rules[rule].ReasonsOf(unit.Id, unit.Class, own, "market", Day).Select(r => r.Code)];
    });

    private static Gen<(FrameUnit[] Units, ImmutableArray<PastVisit> Visits, int Rule, int Entropy)> Histories() =>
        from size in Gen.Choose(1, 60)
        from classes in Gen.ArrayOf(Gen.Choose(0, 3), size)
        let units = classes.Select((c, i) => new FrameUnit($"U{i:00}", Stratum.Parse(i % 3 == 0 ? "沈河区" : "和平区"), "ABCD"[c].ToString(), Standing.Drawable)).ToArray()
        from count in Gen.Choose(0, 80)
        from picks in Gen.ArrayOf(Gen.Choose(0, int.MaxValue - 1), count)
        from rule in Gen.Choose(0, Rules.Length - 1)
        from entropy in Gen.Choose(0, int.MaxValue)
        select (
            units,
            picks.Select((pick, n) => new PastVisit(
                $"U{pick % size:00}", Departments[pick / 64 % Departments.Length], $"T{n}", $"{n / 2}", Day.PlusDays(200 - (pick / 256 % 700)))).ToImmutableArray(),
            rule,
            entropy);
}
