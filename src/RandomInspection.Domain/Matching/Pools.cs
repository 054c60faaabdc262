using System.Numerics;
using NodaTime;

namespace RandomInspection.Matching;

/// <summary>Who could serve each class, exclusions aside: sorted by shuffled position, and as bits.</summary>
internal sealed class Pools
{
    private readonly int[][] _members;
    private readonly ulong[][] _bits;

    public Pools(MatchProblem problem, int[] inspectorAt, InspectorKinds kinds, ClassKey[] classes)
    {
        Dictionary<ClassKey, (int[] Members, ulong[] Bits)> wholes = new(classes.Length);
        Dictionary<(string, DateInterval), ulong[]> absent = [];
        _members = new int[classes.Length][];
        _bits = new ulong[classes.Length][];
        for (int i = 0; i < classes.Length; i++)
        {
            ClassKey key = classes[i].WithoutWindow;
            if (!wholes.TryGetValue(key, out (int[] Members, ulong[] Bits) whole))
            {
                int[] members = [.. kinds.OfDepartment(key.Need.Department)
                    .Where(kind => problem.Inspectors[inspectorAt[kinds.Positions(kind)[0]]].MayServe(key.Need, null))
                    .SelectMany(kinds.Positions)];
                Array.Sort(members);
                whole = (members, BitsOf(members, inspectorAt.Length));
                wholes.Add(key, whole);
            }

            (_members[i], _bits[i]) = whole;
            if (classes[i].Window is { } window)
            {
                ulong[] present = Without(whole.Bits, Away((key.Need.Department, window)), out int count);
                // Stryker disable once Equality: where nobody is away both are the same
                if (count < whole.Members.Length)
                {
                    (_members[i], _bits[i]) = (MembersOf(present, count), present);
                }
            }
        }

        // Looked at once for each department and window, not for each class.
        ulong[] Away((string Department, DateInterval Window) of)
        {
            if (!absent.TryGetValue(of, out ulong[]? bits))
            {
                bits = BitsOf(
                    kinds.OfDepartment(of.Department).SelectMany(kinds.Positions)
                        .Where(position => PartObstacles.Passing(problem.Inspectors[inspectorAt[position]], of.Window) is { Certificate: true } or { Leave: true }),
                    inspectorAt.Length);
                absent.Add(of, bits);
            }

            return bits;
        }
    }

    private Pools(int[][] members, ulong[][] bits) => (_members, _bits) = (members, bits);

    // Stryker disable once Bitwise: nothing is negative here: both shifts agree
    public static int Words(int inspectors) => (inspectors + 63) >> 6;

    /// <summary>A class's inspectors, ascending.</summary>
    public int[] Of(int @class) => _members[@class];

    public ulong[] Bits(int @class) => _bits[@class];

    // Stryker disable once Bitwise: nothing is negative here: both shifts agree
    public bool Contains(int @class, int inspector) => (_bits[@class][inspector >> 6] >> (inspector & 63) & 1) != 0;

    /// <summary>The same with more inspectors in some classes.</summary>
    /// <param name="more">For each class to change, its members.</param>
    /// <param name="inspectors">How many inspectors there are.</param>
    public Pools With(IReadOnlyDictionary<int, int[]> more, int inspectors)
    {
        (int[][] members, ulong[][] bits) = ([.. _members], [.. _bits]);
        foreach ((int @class, int[] all) in more)
        {
            members[@class] = all;
            bits[@class] = BitsOf(all, inspectors);
        }

        return new Pools(members, bits);
    }

    private static ulong[] BitsOf(IEnumerable<int> members, int inspectors)
    {
        ulong[] bits = new ulong[Words(inspectors)];
        foreach (int member in members)
        {
            // Stryker disable once Bitwise,Assignment: a bit is set once, and nothing is negative: both shifts agree
            bits[member >> 6] |= 1UL << (member & 63);
        }

        return bits;
    }

    private static ulong[] Without(ulong[] bits, ulong[] away, out int count)
    {
        ulong[] left = new ulong[bits.Length];
        count = 0;
        for (int word = 0; word < left.Length; word++)
        {
            left[word] = bits[word] & ~away[word];
            count += BitOperations.PopCount(left[word]);
        }

        return left;
    }

    private static int[] MembersOf(ulong[] bits, int count)
    {
        int[] members = new int[count];
        for (int word = bits.Length - 1; word >= 0; word--)
        {
            for (ulong left = bits[word]; left != 0; left ^= 1UL << BitOperations.Log2(left))
            {
                members[--count] = (word << 6) + BitOperations.Log2(left);
            }
        }

        return members;
    }
}
