using System.Collections.Immutable;
using NodaTime;

namespace RandomInspection.Matching;

/// <summary>What keeps those inspectors of a department whom the search did not reach out of the classes of a shortage's part.</summary>
/// <remarks>Whoever was reached is full, and would be so in any other class too.</remarks>
internal sealed class PartObstacles
{
    private readonly (int Count, RefusalDefinition First)[] _fewest;
    private readonly Dictionary<(string Reason, int Class), List<int>> _single = [];
    private readonly int[] _kinds;

    public PartObstacles(ShortPart part)
    {
        MatchGraph graph = part.State.Graph;
        InspectorKinds kinds = graph.Kinds;
        string department = graph.Need(part.Teams[0]).Department;
        Inspectors = [.. kinds.OfDepartment(department).SelectMany(kinds.Positions).Order()];
        Outside = [.. Inspectors.Except(part.Inspectors)];
        _kinds = Array.ConvertAll(Outside, position => kinds[position]);
        _fewest = new (int, RefusalDefinition)[Outside.Length];
        Array.Fill(_fewest, (int.MaxValue, MatchingReasons.Department));
        Dictionary<DateInterval, (bool, bool)[]> passing = part.Classes.Select(@class => graph.Classes[@class].Window).OfType<DateInterval>().Distinct()
            .ToDictionary(window => window, window => Array.ConvertAll(Outside, position => Passing(graph.Inspector(position), window)));
        (bool, bool)[] present = new (bool, bool)[Outside.Length];
        (int Count, RefusalDefinition? First)[] lasting = new (int, RefusalDefinition?)[kinds.Count];
        foreach (IGrouping<ClassKey, int> classes in part.Classes.GroupBy(WithoutWindow))
        {
            foreach (int kind in kinds.OfDepartment(department))
            {
                ImmutableArray<RefusalDefinition> obstacles = graph.Inspector(kinds.Positions(kind)[0]).Obstacles(classes.Key.Need, null);
                lasting[kind] = (obstacles.Length, obstacles.FirstOrDefault());
            }

            foreach (int @class in classes)
            {
                Note(@class, lasting, graph.Classes[@class].Window is { } window ? passing[window] : present);
            }
        }

        ClassKey WithoutWindow(int @class) => graph.Classes[@class].WithoutWindow;
    }

    /// <summary>The inspectors of the department, ascending.</summary>
    public int[] Inspectors { get; }

    /// <summary>Those of them whom the search did not reach, ascending.</summary>
    public int[] Outside { get; }

    /// <summary>The first obstacle in the class that comes nearest; of several such classes, the smallest code.</summary>
    /// <param name="inspector">One of <see cref="Outside"/>.</param>
    public RefusalDefinition First(int inspector) => _fewest[Array.BinarySearch(Outside, inspector)].First;

    /// <summary>Whom of <see cref="Outside"/> one reason alone keeps out of a class, ascending.</summary>
    public IReadOnlyList<int> Single(RefusalDefinition reason, int @class) => _single.GetValueOrDefault((reason.Code, @class), []);

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

    private void Note(int @class, (int Count, RefusalDefinition? First)[] lasting, (bool Certificate, bool Leave)[] passing)
    {
        RefusalDefinition? reason = null;
        // Stryker disable once CollectionExpression: what it holds at first is overwritten
        List<int> single = [];
        for (int at = 0; at < passing.Length; at++)
        {
            (int count, RefusalDefinition? lasts) = lasting[_kinds[at]];
            (bool certificate, bool leave) = passing[at];
            count += (certificate ? 1 : 0) + (leave ? 1 : 0);
            if (count == 0 || (count > 1 && count > _fewest[at].Count))
            {
                continue;
            }

            RefusalDefinition first = lasts ?? (certificate ? MatchingReasons.Certificate : MatchingReasons.Leave);
            if (count < _fewest[at].Count || (first != _fewest[at].First && count == _fewest[at].Count && string.CompareOrdinal(first.Code, _fewest[at].First.Code) < 0))
            {
                _fewest[at] = (count, first);
            }

            if (count == 1)
            {
                if (first != reason)
                {
                    reason = first;
                    single = SingleOf(first, @class);
                }

                single.Add(Outside[at]);
            }
        }
    }

    private List<int> SingleOf(RefusalDefinition reason, int @class)
    {
        if (!_single.TryGetValue((reason.Code, @class), out List<int>? all))
        {
            _single[(reason.Code, @class)] = all = [];
        }

        return all;
    }
}
