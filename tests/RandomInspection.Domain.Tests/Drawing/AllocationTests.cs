using System.Collections.Immutable;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using RandomInspection.Drawing;

namespace RandomInspection.Tests.Drawing;

/// <summary>The exact optimum of an allocation against a search over all of them.</summary>
public sealed class AllocationTests
{
    public static TheoryData<int> Exponents => [.. Enumerable.Range(0, 11)];

    /// <summary>For q = 0, ½ and 1 the sum Σ W / n is a fraction: the least over every allocation in the bounds.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(10)]
    public void Allocate_SmallProblem_AsTheSearchOverAllAllocations(int exponentTenths) =>
        Prop.ForAll(Problems(), problem =>
        {
            AllocationRule rule = AllocationRule.Power(exponentTenths);
            int[] sizes = Sizes(rule, problem);
            Fraction[] weights = [.. problem.Strata.Select(stratum => Weight(stratum, exponentTenths))];
            AssertWithin(problem, sizes);
            Assert.Equal(All(problem.Strata, problem.Size).Select(other => Sum(weights, other)).Min(), Sum(weights, sizes));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    /// <summary>For every q: no unit is worth more in another stratum. As gains only fall, that is the optimum.</summary>
    [Theory]
    [MemberData(nameof(Exponents))]
    public void Allocate_AnyExponent_NoExchangeIsBetter(int exponentTenths) =>
        Prop.ForAll(Problems(), problem =>
        {
            int[] sizes = Sizes(AllocationRule.Power(exponentTenths), problem);
            AssertWithin(problem, sizes);
            for (int from = 0; from < sizes.Length; from++)
            {
                for (int to = 0; to < sizes.Length; to++)
                {
                    if (from != to && sizes[from] > problem.Strata[from].Least && sizes[to] < problem.Strata[to].Most)
                    {
                        Fraction lost = FifthPower(problem.Strata[from], exponentTenths).Over(BigInteger.Pow(sizes[from] * (sizes[from] - 1), 5));
                        Fraction won = FifthPower(problem.Strata[to], exponentTenths).Over(BigInteger.Pow(sizes[to] * (sizes[to] + 1), 5));
                        Assert.True(won.CompareTo(lost) <= 0, $"{from} → {to} of {string.Join(',', sizes)}");
                        Assert.False(won.CompareTo(lost) == 0 && to < from, $"the tie of {from} and {to} goes to the earlier");
                    }
                }
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void Allocate_OneMore_NoStratumGetsLess() =>
        Prop.ForAll(Problems(), problem =>
        {
            if (problem.Size < problem.Strata.Sum(stratum => stratum.Most))
            {
                Assert.All(Sizes(AllocationRule.Neyman, problem).Zip(Sizes(AllocationRule.Neyman, problem with { Size = problem.Size + 1 })), pair => Assert.True(pair.First <= pair.Second));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void Allocate_StrataInAnyOrder_SameSizes()
    {
        AllocationStratum[] strata = [Of("b", 0, 0, 40), Of("a", 1, 9, 300), Of("c", 9, 20, 70)];
        ImmutableSortedDictionary<Stratum, int> sizes = Allocation.Allocate(AllocationRule.Neyman, strata, 50);
        Assert.Equal(sizes, Allocation.Allocate(AllocationRule.Neyman, strata.Reverse(), 50));
        Assert.Equal(50, sizes.Values.Sum());
    }

    [Fact]
    public void Allocate_Alike_TiesGoInTheOrderOfStrata() =>
        Assert.Equal([2, 2, 1], Allocation.Allocate(AllocationRule.Neyman, [Of("c", 0, 0, 9), Of("a", 0, 0, 9), Of("b", 0, 0, 9)], 5).Values);

    // By hand: p = ½ everywhere, so W = N²/4; gains of the second units 100²/2 = 5000, 10²/2 = 50; the 9th of the large one 100²/72 = 139, the 14th 100²/182 = 55, the 15th 100²/210 = 48.
    [Fact]
    public void Allocate_ByHand_TheSecondUnitOfTheSmallOneComesAfterTheFourteenthOfTheLarge()
    {
        AllocationStratum[] strata = [Of("large", 0, 0, 100), Of("small", 0, 0, 10)];
        Assert.Equal([14, 1], Allocation.Allocate(AllocationRule.Neyman, strata, 15).Values);
        Assert.Equal([14, 2], Allocation.Allocate(AllocationRule.Neyman, strata, 16).Values);
    }

    // q = 1: N √(p(1−p)) counts; q = 0: √((1−p)/p), so the rare violation needs the larger sample whatever the stratum's size.
    [Fact]
    public void Allocate_PowerZeroAndOne_LookAtPrecisionOfStrataAndOfTheTotal()
    {
        AllocationStratum[] strata = [Of("frequent", 50, 100, 10_000), Of("rare", 1, 100, 1000)];
        ImmutableSortedDictionary<Stratum, int> total = Allocation.Allocate(AllocationRule.Neyman, strata, 200), each = Allocation.Allocate(AllocationRule.Power(0), strata, 200);
        Assert.InRange(total[Stratum.Parse("frequent")], 190, 199);
        Assert.InRange(each[Stratum.Parse("frequent")], 15, 30);
        Assert.Equal(total, Allocation.Allocate(AllocationRule.Power(10), strata, 200));
    }

    [Fact]
    public void Allocate_BoundsThatCannotBeKept_Refused()
    {
        AllocationStratum[] strata = [new(Found("a", 0, 0), 9, 3, 5), new(Found("b", 0, 0), 9, 2, 4), new(Found("c", 0, 0), 9, 0, 0)];
        RefusalAssert.Input("RI1216", () => Allocation.Allocate(AllocationRule.Neyman, strata, 4), ("size", "4"), ("minimums", "5"));
        RefusalAssert.Input("RI1211", () => Allocation.Allocate(AllocationRule.Neyman, strata, 10), ("size", "10"), ("drawable", "9"), ("where", "全部 all"));
        Assert.Equal([3, 2, 0], Allocation.Allocate(AllocationRule.Neyman, strata, 5).Values);
        Assert.Equal([5, 4, 0], Allocation.Allocate(AllocationRule.Neyman, strata, 9).Values);
        RefusalAssert.Input("RI1220", () => Allocation.Allocate(AllocationRule.Neyman, [strata[0], strata[0]], 6), ("stratum", "a"));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(11)]
    public void Power_OutOfRange_Refused(int exponentTenths) => Assert.Throws<ArgumentOutOfRangeException>(() => AllocationRule.Power(exponentTenths));

    [Fact]
    public void Allocate_NoStrata_NothingToGive()
    {
        Assert.Empty(Allocation.Allocate(AllocationRule.Neyman, [], 0));
        RefusalAssert.Contains("RI1211", () => Allocation.Allocate(AllocationRule.Neyman, [], 1), ("drawable", "0"));
    }

    [Theory]
    [InlineData(0, 0, 0)] // no unit
    [InlineData(5, 0, 3)] // least 0 though some can be drawn
    [InlineData(5, 4, 3)] // least above most
    [InlineData(5, 1, 6)] // most above the population
    public void AllocationStratum_BoundsThatCannotBe_Refused(long population, long least, long most) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new AllocationStratum(Found("a", 0, 0), population, least, most));

    [Theory]
    [InlineData("0", 0)]
    [InlineData("0.1", 1)]
    [InlineData("0.50", 5)]
    [InlineData("1", 10)]
    [InlineData("1.0", 10)]
    public void ParsePower_Text_Exponent(string text, int tenths) => Assert.Equal(tenths, AllocationRule.ParsePower(text).ExponentTenths);

    [Theory]
    [InlineData("")]
    [InlineData("0.55")]
    [InlineData("1.1")]
    [InlineData("-0.5")]
    [InlineData("0,5")]
    [InlineData("½")]
    public void ParsePower_Malformed_RI1222(string text) => RefusalAssert.Input("RI1222", () => AllocationRule.ParsePower(text), ("power", text));

    private sealed record Problem(AllocationStratum[] Strata, int Size);

    private static Arbitrary<Problem> Problems() => Arb.From(
        from count in Gen.Choose(1, 5)
        from rows in Gen.ArrayOf(Gen.Choose(0, 999_999), count)
        from share in Gen.Choose(0, 1000)
        let strata = rows.Select(Row).ToArray()
        let least = strata.Sum(stratum => stratum.Least)
        let room = strata.Sum(stratum => stratum.Most) - least
        select new Problem(strata, (int)(least + (room * share / 1000))));

    private static AllocationStratum Row(int entropy, int place)
    {
        int inspected = entropy % 7, violations = entropy / 7 % (inspected + 1), population = 1 + (entropy / 100 % 9);
        int most = entropy / 1000 % (population + 1), least = most == 0 ? 0 : 1 + (entropy / 10_000 % most);
        return new AllocationStratum(Found($"{(char)('a' + place)}", violations, inspected), population, Math.Min(least, 2), most);
    }

    private static int[] Sizes(AllocationRule rule, Problem problem)
    {
        ImmutableSortedDictionary<Stratum, int> sizes = Allocation.Allocate(rule, problem.Strata, problem.Size);
        return [.. problem.Strata.Select(stratum => sizes[stratum.Found.Stratum])];
    }

    private static void AssertWithin(Problem problem, int[] sizes)
    {
        Assert.Equal(problem.Size, sizes.Sum());
        Assert.All(problem.Strata.Zip(sizes), pair => Assert.InRange(pair.Second, pair.First.Least, pair.First.Most));
    }

    private static IEnumerable<int[]> All(AllocationStratum[] strata, int left)
    {
        if (strata.Length == 0)
        {
            return left == 0 ? [[]] : [];
        }

        return Enumerable.Range((int)strata[0].Least, (int)(strata[0].Most - strata[0].Least + 1))
            .Where(size => size <= left)
            .SelectMany(size => All(strata[1..], left - size).Select(rest => (int[])[size, .. rest]));
    }

    private static Fraction Sum(Fraction[] weights, int[] sizes) =>
        weights.Zip(sizes).Where(pair => pair.Second > 0).Aggregate(new Fraction(0, 1), (sum, pair) => sum.Plus(pair.First.Over(pair.Second)));

    // X^2q × (1 − p) / p with X = N p, where 2q is whole.
    private static Fraction Weight(AllocationStratum stratum, int exponentTenths)
    {
        Fraction p = P(stratum), weight = new Fraction(p.Under - p.Top, p.Top);
        for (int i = 0; i < exponentTenths / 5; i++)
        {
            weight = weight.Times(new Fraction(stratum.Population * p.Top, p.Under));
        }

        return weight;
    }

    private static Fraction FifthPower(AllocationStratum stratum, int exponentTenths)
    {
        Fraction p = P(stratum), odds = new(p.Under - p.Top, p.Top), x = new(stratum.Population * p.Top, p.Under), power = new(1, 1);
        for (int i = 0; i < exponentTenths; i++)
        {
            power = power.Times(x);
        }

        return power.Times(odds).Times(odds).Times(odds).Times(odds).Times(odds);
    }

    private static Fraction P(AllocationStratum stratum) => new((2 * stratum.Found.Violations) + 1, 2 * (stratum.Found.Inspected + 1));

    private static AllocationStratum Of(string stratum, long violations, long inspected, long population) =>
        new(Found(stratum, violations, inspected), population, 1, population);

    private static ViolationCount Found(string stratum, long violations, long inspected) => new(Stratum.Parse(stratum), violations, inspected);

    private readonly record struct Fraction(BigInteger Top, BigInteger Under) : IComparable<Fraction>
    {
        public Fraction Plus(Fraction other) => Reduced((Top * other.Under) + (other.Top * Under), Under * other.Under);

        public Fraction Times(Fraction other) => Reduced(Top * other.Top, Under * other.Under);

        public Fraction Over(BigInteger divisor) => Reduced(Top, Under * divisor);

        public int CompareTo(Fraction other) => (Top * other.Under).CompareTo(other.Top * Under);

        private static Fraction Reduced(BigInteger top, BigInteger under)
        {
            BigInteger common = BigInteger.GreatestCommonDivisor(top, under);
            return new Fraction(top / common, under / common);
        }
    }
}
