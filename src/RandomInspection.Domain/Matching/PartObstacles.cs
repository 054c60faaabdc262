using System.Collections.Immutable;
using NodaTime;

namespace RandomInspection.Matching;

/// <summary>What keeps the inspectors of a department out of the classes of a shortage's part.</summary>
internal sealed class PartObstacles
{
    private readonly (int Count, RefusalDefinition First)[] _fewest;
    private readonly Dictionary<(RefusalDefinition Reason, int Class), List<int>> _single = [];

    public PartObstacles(ShortPart part)
    {
        MatchGraph graph = part.State.Graph;
        string department = graph.Need(part.Teams[0]).Department;
        int[] own = [.. Enumerable.Range(0, graph.Inspectors).Where(inspector => graph.Inspector(inspector).Department == department)];
        Inspectors = own;
        _fewest = new (int, RefusalDefinition)[own.Length];
        Array.Fill(_fewest, (int.MaxValue, MatchingReasons.Department));
        Dictionary<DateInterval, (bool, bool)[]> passing = part.Classes.Select(@class => graph.Classes[@class].Window).OfType<DateInterval>().Distinct()
            .ToDictionary(window => window, window => Array.ConvertAll(own, position => Passing(graph.Inspector(position), window)));
        foreach (IGrouping<ClassKey, int> classes in part.Classes.GroupBy(@class => graph.Classes[@class] with { Window = null }))
        {
            ImmutableArray<RefusalDefinition>[] lasting = Array.ConvertAll(own, position => graph.Inspector(position).Obstacles(classes.Key.Need, null));
            foreach (int @class in classes)
            {
                (bool, bool)[]? away = graph.Classes[@class].Window is { } window ? passing[window] : null;
                for (int at = 0; at < own.Length; at++)
                {
                    Note(@class, at, lasting[at], away is null ? default : away[at]);
                }
            }
        }
    }

    /// <summary>The inspectors of the department, ascending.</summary>
    public int[] Inspectors { get; }

    /// <summary>The first obstacle in the class that comes nearest.</summary>
    /// <param name="at">The inspector's place in <see cref="Inspectors"/>.</param>
    public RefusalDefinition First(int at) => _fewest[at].First;

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

    private void Note(int @class, int at, ImmutableArray<RefusalDefinition> lasting, (bool Certificate, bool Leave) passing)
    {
        int count = lasting.Length + (passing.Certificate ? 1 : 0) + (passing.Leave ? 1 : 0);
        if (count == 0)
        {
            return;
        }

        RefusalDefinition first = lasting.Length > 0 ? lasting[0] : passing.Certificate ? MatchingReasons.Certificate : MatchingReasons.Leave;
        if (count < _fewest[at].Count)
        {
            _fewest[at] = (count, first);
        }

        if (count == 1)
        {
            if (!_single.TryGetValue((first, @class), out List<int>? all))
            {
                _single[(first, @class)] = all = [];
            }

            all.Add(Inspectors[at]);
        }
    }
}
