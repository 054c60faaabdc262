using System.Collections.Immutable;
using System.Numerics;

namespace RandomInspection.Drawing;

/// <summary>分配：spreads a total over strata as the exact optimum in integers.</summary>
/// <remarks>
/// Wright's method: each stratum begins with its least; the (n + 1)-th unit lowers Σ W / n by W / (n (n + 1)), so unit after unit
/// goes to the stratum where that is largest, up to its most. As each stratum's gains only fall, no other allocation in the bounds
/// is better, where rounding Neyman's formula may be. Priorities are compared as fractions of integers, without roots; ties go in
/// the order of strata. Source: Wright, T. (2017), Exact optimal sample allocation: More efficient than Neyman, Statistics and
/// Probability Letters 129, 50–57, doi:10.1016/j.spl.2017.04.026. O(size × log strata).
/// </remarks>
public static class Allocation
{
    /// <summary>The size of each stratum.</summary>
    /// <param name="rule">For what the total is spread.</param>
    /// <param name="strata">The strata, distinct, in any order.</param>
    /// <param name="size">The total.</param>
    /// <exception cref="InputRefusedException">
    /// A stratum stands twice (RI1220), or the total is below the sum of what they get at least (RI1216) or above the most (RI1211).
    /// </exception>
    public static ImmutableSortedDictionary<Stratum, int> Allocate(AllocationRule rule, IEnumerable<AllocationStratum> strata, int size)
    {
        ArgumentNullException.ThrowIfNull(rule);
        AllocationStratum[] ordered = [.. strata.OrderBy(stratum => stratum.Found.Stratum)];
        _ = ViolationTable.Ordered(ordered.Select(stratum => stratum.Found));
        long least = ordered.Sum(stratum => stratum.Least), most = ordered.Sum(stratum => stratum.Most);
        if (size < least)
        {
            throw PolicyRefusals.SizeBelowMinimums.Refuse(("size", size), ("minimums", least));
        }

        if (size > most)
        {
            throw DrawingRefusals.SizeAboveDrawable.Refuse(("size", size), ("drawable", most), ("where", Expectation.Everywhere));
        }

        int[] sizes = [.. ordered.Select(stratum => (int)stratum.Least)];
        (BigInteger Over, BigInteger Under)[] weights = [.. ordered.Select(rule.Weight)];
        PriorityQueue<int, Gain> next = new();
        for (int i = 0; i < ordered.Length; i++)
        {
            Offer(i);
        }

        for (long left = size - least; left > 0; left--)
        {
            int i = next.Dequeue();
            sizes[i]++;
            Offer(i);
        }

        return ordered.Zip(sizes).ToImmutableSortedDictionary(pair => pair.First.Found.Stratum, pair => pair.Second);

        void Offer(int i)
        {
            if (sizes[i] < ordered[i].Most)
            {
                BigInteger steps = (BigInteger)sizes[i] * (sizes[i] + 1L);
                next.Enqueue(i, new Gain(weights[i].Over, weights[i].Under * BigInteger.Pow(steps, rule.Root), i));
            }
        }
    }

    /// <summary>What one more unit is worth, as a fraction; the larger stands first.</summary>
    private readonly record struct Gain(BigInteger Over, BigInteger Under, int Stratum) : IComparable<Gain>
    {
        public int CompareTo(Gain other)
        {
            int larger = (other.Over * Under).CompareTo(Over * other.Under);
            return larger != 0 ? larger : Stratum.CompareTo(other.Stratum);
        }
    }
}
