using NodaTime;

namespace RandomInspection.Matching;

/// <summary>Who could serve each class, exclusions aside: sorted by shuffled position, and as bits.</summary>
internal sealed class Pools
{
    private readonly int[][] _members;
    private readonly ulong[][] _bits;

    public Pools(MatchProblem problem, int[] inspectorAt, ClassKey[] classes)
    {
        Dictionary<string, List<Kind>> kinds = KindsByDepartment(problem, inspectorAt);
        Dictionary<ClassKey, (int[] Members, ulong[] Bits)> wholes = new(classes.Length);
        Dictionary<(string, DateInterval), ulong[]> absent = [];
        _members = new int[classes.Length][];
        _bits = new ulong[classes.Length][];
        for (int i = 0; i < classes.Length; i++)
        {
            ClassKey key = new(classes[i].Need, null);
            if (!wholes.TryGetValue(key, out (int[] Members, ulong[] Bits) whole))
            {
                int[] members = kinds.TryGetValue(key.Need.Department, out List<Kind>? own)
                    ? [.. own.Where(kind => kind.First.Obstacles(key.Need, null).IsEmpty).SelectMany(kind => kind.Positions)]
                    : [];
                Array.Sort(members);
                whole = (members, BitsOf(members, inspectorAt.Length));
                wholes.Add(key, whole);
            }

            (_members[i], _bits[i]) = whole;
            if (classes[i].Window is { } window)
            {
                ulong[] away = Away((key.Need.Department, window));
                int[] present = Array.FindAll(whole.Members, position => (away[position >> 6] >> (position & 63) & 1) == 0);
                if (present.Length < whole.Members.Length)
                {
                    (_members[i], _bits[i]) = (present, BitsOf(present, inspectorAt.Length));
                }
            }
        }

        // Looked at once for each department and window, not for each class.
        ulong[] Away((string Department, DateInterval Window) of)
        {
            if (!absent.TryGetValue(of, out ulong[]? bits))
            {
                IEnumerable<int> own = kinds.TryGetValue(of.Department, out List<Kind>? all) ? all.SelectMany(kind => kind.Positions) : [];
                bits = BitsOf([.. own.Where(position => PartObstacles.Passing(problem.Inspectors[inspectorAt[position]], of.Window) is { Certificate: true } or { Leave: true })], inspectorAt.Length);
                absent.Add(of, bits);
            }

            return bits;
        }
    }

    private Pools(int[][] members, ulong[][] bits) => (_members, _bits) = (members, bits);

    public static int Words(int inspectors) => (inspectors + 63) >> 6;

    /// <summary>A class's inspectors, ascending.</summary>
    public int[] Of(int @class) => _members[@class];

    public ulong[] Bits(int @class) => _bits[@class];

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

    public static ulong[] BitsOf(int[] members, int inspectors)
    {
        ulong[] bits = new ulong[Words(inspectors)];
        foreach (int member in members)
        {
            bits[member >> 6] |= 1UL << (member & 63);
        }

        return bits;
    }

    /// <summary>Inspectors alike in regions and qualifications are looked at once.</summary>
    private static Dictionary<string, List<Kind>> KindsByDepartment(MatchProblem problem, int[] inspectorAt)
    {
        Dictionary<string, List<Kind>> departments = new(StringComparer.Ordinal);
        Dictionary<string, Kind> known = new(StringComparer.Ordinal);
        for (int position = 0; position < inspectorAt.Length; position++)
        {
            MatchInspector inspector = problem.Inspectors[inspectorAt[position]];
            string text = $"{inspector.Department}\n{string.Join('\t', inspector.Regions)}\n{string.Join('\t', inspector.Qualifications)}";
            if (!known.TryGetValue(text, out Kind? kind))
            {
                kind = new Kind(inspector, []);
                known.Add(text, kind);
                if (!departments.TryGetValue(inspector.Department, out List<Kind>? own))
                {
                    own = [];
                    departments.Add(inspector.Department, own);
                }

                own.Add(kind);
            }

            kind.Positions.Add(position);
        }

        return departments;
    }

    private sealed record Kind(MatchInspector First, List<int> Positions);
}
