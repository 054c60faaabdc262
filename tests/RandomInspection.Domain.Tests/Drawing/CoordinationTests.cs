using System.Collections.Immutable;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using RandomInspection.Drawing;

namespace RandomInspection.Tests.Drawing;

/// <summary>How the tasks of one draw meet, and what separate draws would be expected to give.</summary>
public sealed class CoordinationTests
{
    private const long Nano = CellExpectation.NanosPerUnit;
    private static readonly DrawEngine Engine = new();

    [Fact]
    public void Of_NoTask_Refused() => Assert.Throws<ArgumentOutOfRangeException>(() => CoordinationCount.Of([]));

    [Fact]
    public void Of_CellWithoutExpectation_Refused() => Assert.Throws<ArgumentException>(() => CoordinationCount.Of([new(FrameOf("a A"), [], [])]));

    [Fact]
    public void Of_EmptyFrames_Nothing() =>
        Assert.Equal(new Coordination(2, 0, 0, 0, 0, 0, 0, 0, 0), CoordinationCount.Of([new(FrameOf(), [], []), new(FrameOf(), [], [])]));

    [Fact]
    public void Of_OneTask_ItsOwnExpectation()
    {
        Frame frame = FrameOf("a A", "b A", "c A", "d B");
        Coordination alone = CoordinationCount.Of([new(frame, Expect(frame, 1_500_000_000, 250_000_000), ["a", "d"])]);
        Assert.Equal(new Coordination(1, 4, 0, 2, 2, 0, 1_750_000_000, 0, 2), alone);
    }

    [Fact]
    public void Of_SameSubjectsInBoth_OneVisitInsteadOfTwo()
    {
        // Each task draws 1 of 2: separately both meet in a subject with 1/4 each, so 1.5 distinct are expected; here they met.
        Frame frame = FrameOf("a A", "b A");
        CoordinatedTask task = new(frame, Expect(frame, Nano), ["b"]);
        Coordination both = CoordinationCount.Of([task, task]);
        Assert.Equal(new Coordination(2, 2, 2, 2, 1, 1, 1_500_000_000, 500_000_000, 1), both);
        Assert.Equal((1, 500_000_000), (both.VisitsSaved, both.FewerThanSeparateNano));
    }

    [Fact]
    public void Of_ThreeTasks_VisitsSavedAreNotSubjects()
    {
        Frame frame = FrameOf("a A", "b A");
        CoordinatedTask task = new(frame, Expect(frame, Nano), ["a"]);
        Coordination three = CoordinationCount.Of([task, task, task]);
        Assert.Equal((3, 1, 1, 2), (three.Selected, three.DistinctSelected, three.SelectedInSeveral, three.VisitsSaved));

        // A subject is missed by all with 1/8, by all but one with 3/8.
        Assert.Equal((1_750_000_000, 1_000_000_000), (three.SeparateDistinctNano, three.SeparateInSeveralNano));
    }

    [Fact]
    public void Of_DisjointFrames_NothingSaved()
    {
        Frame first = FrameOf("a A", "c A"), second = FrameOf("b A", "d A");
        Coordination apart = CoordinationCount.Of([new(first, Expect(first, Nano), ["a"]), new(second, Expect(second, Nano), ["d"])]);
        Assert.Equal((0, 0, 0, 2 * Nano, 0), (apart.InSeveralFrames, apart.VisitsSaved, apart.SelectedInSeveral, apart.SeparateDistinctNano, apart.SeparateInSeveralNano));
    }

    [Fact]
    public void Of_RestingUnit_InTheFrameAndNeverSelected()
    {
        Frame frame = Frame.Of([new FrameUnit("a", Stratum.Parse("S"), "A", Standing.Resting), new FrameUnit("b", Stratum.Parse("S"), "A", Standing.Drawable)]);
        CoordinatedTask task = new(frame, Expect(frame, Nano), ["b"]);
        Assert.Equal(new Coordination(2, 2, 2, 2, 1, 1, Nano, Nano, 2), CoordinationCount.Of([task, task]));
    }

    [Fact]
    public void Of_Thirds_RoundedDownByLessThanANanoForEachCombination()
    {
        // 1/3 of one subject in each of two tasks: 5/9 expected, which no nano states exactly.
        Frame frame = FrameOf("a A", "b A", "c A");
        CoordinatedTask task = new(frame, Expect(frame, Nano), ["a"]);
        Coordination both = CoordinationCount.Of([task, task]);
        Assert.Equal((1_666_666_666, 333_333_333, 1), (both.SeparateDistinctNano, both.SeparateInSeveralNano, both.Combinations));
    }

    [Property]
    public Property Of_SmallDraws_AsEveryCombinationOfOutcomesCountedOut() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), number =>
    {
        // Two or three tasks over at most five subjects, each cell promised a whole number of nanos.
        System.Random random = new(number);
        CoordinatedTask[] tasks =
        [
            .. Enumerable.Range(0, random.Next(1, 4)).Select(_ =>
            {
                string[] ids = [.. "abcde".Select(c => c.ToString()).Where(_ => random.Next(3) > 0)];
                Frame frame = Frame.Of(ids.Select(id => new FrameUnit(id, Stratum.Parse("S"), random.Next(2) == 0 ? "A" : "B", random.Next(5) == 0 ? Standing.Resting : Standing.Drawable)));
                ImmutableArray<CellExpectation> expected = [.. frame.Cells.Select(c => new CellExpectation(c, random.NextInt64((c.Drawable * Nano) + 1)))];
                return new CoordinatedTask(frame, expected, [.. frame.Units.Where(u => u.Standing == Standing.Drawable && random.Next(2) == 0).Select(u => u.Id)]);
            }),
        ];
        Coordination counted = CoordinationCount.Of(tasks);
        (BigInteger Numerator, BigInteger Denominator) distinct = (0, 1), several = (0, 1);
        long subjects = 0;
        foreach (string id in tasks.SelectMany(t => t.Frame.Units).Select(u => u.Id).Distinct())
        {
            subjects++;
            for (int outcome = 0; outcome < 1 << tasks.Length; outcome++)
            {
                (BigInteger Numerator, BigInteger Denominator) chance = (1, 1);
                for (int t = 0; t < tasks.Length; t++)
                {
                    (BigInteger chosen, BigInteger all) = ChanceOf(tasks[t], id);
                    chance = (chance.Numerator * ((outcome >> t & 1) == 1 ? chosen : all - chosen), chance.Denominator * all);
                }

                distinct = BitOperations.PopCount((uint)outcome) > 0 ? Sum(distinct, chance) : distinct;
                several = BitOperations.PopCount((uint)outcome) > 1 ? Sum(several, chance) : several;
            }
        }

        Assert.Equal(subjects, counted.Subjects);
        AssertBelowByLessThan(counted.Combinations, distinct, counted.SeparateDistinctNano);
        AssertBelowByLessThan(counted.Combinations, several, counted.SeparateInSeveralNano);
        Assert.Equal(tasks.SelectMany(t => t.Selected).Distinct().Count(), counted.DistinctSelected);
        Assert.Equal(tasks.SelectMany(t => t.Selected).GroupBy(id => id).Count(g => g.Count() > 1), counted.SelectedInSeveral);
        Assert.Equal(tasks.SelectMany(t => t.Frame.Units).GroupBy(u => u.Id).Count(g => g.Count() > 1), counted.InSeveralFrames);
    });

    [Property(MaxTest = 30)]
    public void Draw_EqualFramesAndDesigns_TheSelectionsCoincide(int number)
    {
        Frame frame = CeremonyScript.SmallFrame;
        DrawDesign design = DesignDocument.Parse(CeremonyScript.Design).Design;
        DrawResult one = Engine.Draw(frame, design, SeedOf(number), "sha-256"), other = Engine.Draw(Frame.Of(frame.Units.Reverse()), design, SeedOf(number), "sha-256");
        Assert.Equal(one.Selected, other.Selected);
        Coordination both = CoordinationCount.Of([Of(frame, one), Of(frame, other)]);
        Assert.Equal((both.DistinctSelected, both.DistinctSelected), (both.SelectedInSeveral, both.VisitsSaved));
    }

    [Property(MaxTest = 100)]
    public void Draw_FramesThatOverlap_TheLessDemandingSelectionLiesInTheOther(int number)
    {
        // Of the units that both frames hold, those under the smaller cutoff are drawn by both: no draw could meet more often.
        System.Random random = new(number);
        FrameUnit[] units = [.. Enumerable.Range(0, 40).Select(i => new FrameUnit($"U{i:00}", Stratum.Parse("S"), "A", Standing.Drawable))];
        Frame[] frames = [Frame.Of(units[..random.Next(10, 40)]), Frame.Of(units[random.Next(0, 20)..])];
        DrawResult[] results =
        [
            .. frames.Select(f => Engine.Draw(f, DesignDocument.Parse($$$"""{"kind":"fixed","size":{{{random.Next(1, 8)}}},"weights":{"A":1}}""").Design, SeedOf(number), "sha-256")),
        ];
        Ticket cutoff = results.Select(r => r.Cells[0].Cutoff!.Value).Min();
        long due = results[0].Selected.Count(u => u.Ticket <= cutoff && frames[1].IndexOf(u.Id) >= 0);
        Assert.Equal(due, CoordinationCount.Of([Of(frames[0], results[0]), Of(frames[1], results[1])]).SelectedInSeveral);
    }

    private static Seed SeedOf(int number) =>
        Seed.Parse(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(BitConverter.GetBytes(number))));

    private static CoordinatedTask Of(Frame frame, DrawResult result) =>
        new(frame, [.. result.Cells.Select(c => c.Expectation)], [.. result.Selected.Select(u => u.Id)]);

    /// <summary>A frame of units such as <c>a B</c>: id and class, all of one stratum, all drawable.</summary>
    private static Frame FrameOf(params string[] units) =>
        Frame.Of(units.Select(u => new FrameUnit(u[..1], Stratum.Parse("S"), u[2..], Standing.Drawable)));

    private static ImmutableArray<CellExpectation> Expect(Frame frame, params long[] nanos) =>
        [.. frame.Cells.Zip(nanos, (count, nano) => new CellExpectation(count, nano))];

    private static (BigInteger Chosen, BigInteger All) ChanceOf(CoordinatedTask task, string id) =>
        task.Frame.IndexOf(id) is >= 0 and int place && task.Frame.Units[place] is { Standing: Standing.Drawable } unit
        && task.Expected.Single(e => e.Count.Cell == new Cell(unit.Stratum, unit.Class)) is var cell
            ? (cell.ExpectedNano, (BigInteger)cell.Count.Drawable * Nano)
            : (0, 1);

    private static (BigInteger Numerator, BigInteger Denominator) Sum((BigInteger Numerator, BigInteger Denominator) a, (BigInteger Numerator, BigInteger Denominator) b) =>
        ((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    private static void AssertBelowByLessThan(long nanos, (BigInteger Numerator, BigInteger Denominator) exact, long stated)
    {
        BigInteger below = (exact.Numerator * Nano) - (stated * exact.Denominator);
        Assert.True(below >= 0 && below <= nanos * exact.Denominator, $"{stated} for {exact.Numerator * Nano / exact.Denominator}");
    }
}
