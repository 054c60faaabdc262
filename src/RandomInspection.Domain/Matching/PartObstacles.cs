using NodaTime;

namespace RandomInspection.Matching;

/// <summary>What keeps the inspectors of a department out of the classes of a shortage's part.</summary>
internal sealed class PartObstacles
{
    private readonly Dictionary<int, (int Count, RefusalDefinition First)> _fewest = [];
    private readonly Dictionary<(RefusalDefinition Reason, int Class), List<int>> _single = [];

    public PartObstacles(ShortPart part)
    {
        MatchGraph graph = part.State.Graph;
        string department = graph.Need(part.Teams[0]).Department;
        int[] own = [.. Enumerable.Range(0, graph.Inspectors).Where(inspector => graph.Inspector(inspector).Department == department)];
        foreach (IGrouping<ClassKey, int> classes in part.Classes.GroupBy(@class => graph.Classes[@class] with { Window = null }))
        {
            foreach (int position in own)
            {
                MatchInspector inspector = graph.Inspector(position);
                RefusalDefinition[] lasting = [.. inspector.Obstacles(classes.Key.Need, null)];
                foreach (int @class in classes)
                {
                    Note(@class, position, lasting, graph.Classes[@class].Window is { } window ? Passing(inspector, window) : default);
                }
            }
        }

        Inspectors = own;
    }

    /// <summary>The inspectors of the department, ascending.</summary>
    public int[] Inspectors { get; }

    /// <summary>The first obstacle in the class that comes nearest.</summary>
    public RefusalDefinition First(int inspector) => _fewest[inspector].First;

    /// <summary>Whom one reason alone keeps out of a class, ascending.</summary>
    public IReadOnlyList<int> Single(RefusalDefinition reason, int @class) => _single.GetValueOrDefault((reason, @class), []);

    /// <summary>Whether the certificate and the leave stand against a window.</summary>
    public static (bool Certificate, bool Leave) Passing(MatchInspector inspector, DateInterval window)
    {
        bool away = false;
        foreach (DateInterval leave in inspector.Leave)
        {
            away |= leave.Start <= window.End && leave.End >= window.Start;
        }

        return (inspector.CertificateValidFrom > window.Start || inspector.CertificateValidTo < window.End, away);
    }

    private void Note(int @class, int inspector, RefusalDefinition[] lasting, (bool Certificate, bool Leave) passing)
    {
        int count = lasting.Length + (passing.Certificate ? 1 : 0) + (passing.Leave ? 1 : 0);
        if (count == 0)
        {
            return;
        }

        RefusalDefinition first = lasting.Length > 0 ? lasting[0] : passing.Certificate ? MatchingReasons.Certificate : MatchingReasons.Leave;
        if (!_fewest.TryGetValue(inspector, out (int Count, RefusalDefinition First) known) || count < known.Count)
        {
            _fewest[inspector] = (count, first);
        }

        if (count == 1)
        {
            if (!_single.TryGetValue((first, @class), out List<int>? all))
            {
                _single[(first, @class)] = all = [];
            }

            all.Add(inspector);
        }
    }
}
