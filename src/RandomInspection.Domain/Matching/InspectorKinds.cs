namespace RandomInspection.Matching;

/// <summary>Inspectors alike in department, regions and qualifications: what is asked of these is asked once a kind.</summary>
internal sealed class InspectorKinds
{
    private readonly int[] _kindOf;
    private readonly List<List<int>> _positions = [];
    private readonly Dictionary<string, List<int>> _ofDepartment = new(StringComparer.Ordinal);

    public InspectorKinds(MatchProblem problem, int[] inspectorAt)
    {
        Dictionary<string, int> known = new(StringComparer.Ordinal);
        _kindOf = new int[inspectorAt.Length];
        for (int position = 0; position < inspectorAt.Length; position++)
        {
            MatchInspector inspector = problem.Inspectors[inspectorAt[position]];
            string text = $"{inspector.Department}\n{string.Join('\t', inspector.Regions)}\n{string.Join('\t', inspector.Qualifications)}";
            if (!known.TryGetValue(text, out int kind))
            {
                kind = _positions.Count;
                known.Add(text, kind);
                _positions.Add([]);
                if (!_ofDepartment.TryGetValue(inspector.Department, out List<int>? own))
                {
                    own = [];
                    _ofDepartment.Add(inspector.Department, own);
                }

                own.Add(kind);
            }

            _positions[kind].Add(position);
            _kindOf[position] = kind;
        }
    }

    public int Count => _positions.Count;

    public int this[int position] => _kindOf[position];

    /// <summary>The positions of a kind, ascending; one at least.</summary>
    public IReadOnlyList<int> Positions(int kind) => _positions[kind];

    public IReadOnlyList<int> OfDepartment(string department) => _ofDepartment.TryGetValue(department, out List<int>? kinds) ? kinds : [];
}
