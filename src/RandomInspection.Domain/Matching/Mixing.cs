using System.Numerics;

namespace RandomInspection.Matching;

/// <summary>Stage E: trades and hole walks, until the assignment is as good as uniform over all that the policy allows.</summary>
/// <remarks>
/// Both moves are as likely back as forth, so the uniform law is stationary; hole walks reach every assignment. Trades after Strona, Nappo, Boccacci,
/// Fattorini and San-Miguel-Ayanz (2014, doi:10.1038/ncomms5114), here with an odd seat; the proof is in docs/match-specification.md, stage E.
/// </remarks>
internal sealed class Mixing
{
    private const int MostSteps = 256;
    private const int LeastBetweenWalks = 8;

    private readonly MatchState _state;
    private readonly MatchGraph _graph;
    private readonly MatchStream _stream;
    private readonly bool _balanced;
    private readonly int[] _seatTeam;
    private readonly int[] _seatFirst;
    private readonly List<(int Team, int Inspector, bool Added)> _log = [];
    private int[] _pooled = new int[64];
    private int[] _items = new int[64];

    public Mixing(MatchState state, MatchStream stream)
    {
        (_state, _graph, _stream) = (state, state.Graph, stream);
        _balanced = _graph.Problem.LoadPolicy == LoadPolicy.Balanced;

        // How many seats of a team are staffed never changes here, so a seat's number stands for its team and place.
        _seatFirst = new int[_graph.Teams];
        List<int> teams = new(_graph.SeatStart[_graph.Teams]);
        for (int team = 0; team < _graph.Teams; team++)
        {
            _seatFirst[team] = teams.Count;
            for (int i = state.Movable(team).Length; i > 0; i--)
            {
                teams.Add(team);
            }
        }

        _seatTeam = [.. teams];
    }

    public int Seats => _seatTeam.Length;

    /// <summary>Rounds: c × n × (bits(n) + 4), n the inspectors whom at least one class's pool has.</summary>
    public static long Rounds(MatchGraph graph, int mixFactor)
    {
        long inspectors = Active(graph);
        return mixFactor * inspectors * (BitLength(inspectors) + 4);
    }

    public void Run(int mixFactor, IProgress<MatchProgress>? progress)
    {
        if (Seats == 0)
        {
            return;
        }

        int between = (int)Math.Max(LeastBetweenWalks, Active(_graph) / 64);
        long rounds = Rounds(_graph, mixFactor), step = Math.Max(1, rounds / 100);
        for (long round = 1; round <= rounds; round++)
        {
            Trade();
            if (round % between == 0)
            {
                HoleWalk();
            }

            if (progress is not null && round % step == 0)
            {
                progress.Report(new MatchProgress(round, rounds));
            }
        }
    }

    private static int BitLength(long n) => 64 - BitOperations.LeadingZeroCount((ulong)n);

    private static long Active(MatchGraph graph)
    {
        ulong[] any = new ulong[Pools.Words(graph.Inspectors)];
        for (int @class = 0; @class < graph.Classes.Length; @class++)
        {
            ulong[] bits = graph.Pools.Bits(@class);
            for (int word = 0; word < any.Length; word++)
            {
                any[word] |= bits[word];
            }
        }

        return any.Sum(word => (long)BitOperations.PopCount(word));
    }

    private (int Team, int Inspector) Seat()
    {
        int seat = _stream.Below(Seats), team = _seatTeam[seat];
        return (team, _state.Movable(team)[seat - _seatFirst[team]]);
    }

    private void Trade()
    {
        (int team, int a) = Seat();
        int[] pool = _graph.Pools.Of(_graph.TeamClass[team]);
        int b = pool[_stream.Below(pool.Length)];
        if (a == b)
        {
            return;
        }

        (int count, int ofA) = PoolSeats(a, b);
        if (count == 0 || (!_balanced && DealFreely(a, b, count, ofA)))
        {
            return;
        }

        // The higher one first; if the levels differ by one and the lower has room, the odd seat is dealt too.
        if (_state.Level[b] > _state.Level[a])
        {
            (a, b, ofA) = (b, a, count - ofA);
        }

        bool odd = _balanced && _state.Level[a] == _state.Level[b] + 1 && _state.HasSpare(b);
        Deal(a, b, count, ofA, odd);
    }

    /// <summary>The teams in which one of two has a seat that was not given directly and the other may take it, ascending; and how many of them are the first's.</summary>
    private (int Count, int OfA) PoolSeats(int a, int b)
    {
        ReadOnlySpan<int> ofA = _state.Held(a), ofB = _state.Held(b);
        if (_pooled.Length < ofA.Length + ofB.Length + 1)
        {
            _pooled = new int[2 * (ofA.Length + ofB.Length + 1)];
            _items = new int[_pooled.Length];
        }

        int count = 0, mine = 0;
        for (int i = 0, j = 0; i < ofA.Length || j < ofB.Length;)
        {
            if (j == ofB.Length || (i < ofA.Length && ofA[i] < ofB[j]))
            {
                int team = ofA[i++];
                if (_graph.Pools.Contains(_graph.TeamClass[team], b) && _state.MayTake(team, b))
                {
                    _pooled[count++] = team;
                    mine++;
                }
            }
            else if (i == ofA.Length || ofB[j] < ofA[i])
            {
                int team = ofB[j++];
                if (_graph.Pools.Contains(_graph.TeamClass[team], a) && _state.MayTake(team, a))
                {
                    _pooled[count++] = team;
                }
            }
            else
            {
                i++;
                j++;
            }
        }

        return (count, mine);
    }

    /// <summary>Under <see cref="LoadPolicy.CapacityOnly"/>: a coin for each seat; dealt so if the capacities allow.</summary>
    private bool DealFreely(int a, int b, int count, int ofA)
    {
        int toA = 0;
        for (int i = 0; i < count; i++)
        {
            _items[i] = _stream.Below(2);
            toA += 1 - _items[i];
        }

        if (_state.Load[a] - ofA + toA > _graph.Capacity[a] || _state.Load[b] - (count - ofA) + (count - toA) > _graph.Capacity[b])
        {
            return false;
        }

        for (int i = 0; i < count; i++)
        {
            Give(_pooled[i], _items[i] == 0, a, b);
        }

        return true;
    }

    /// <summary>Deals the pooled seats, and the odd one behind them, out again: as many to <paramref name="a"/> as <paramref name="ofA"/>.</summary>
    private void Deal(int a, int b, int count, int ofA, bool odd)
    {
        int items = count + (odd ? 1 : 0);
        bool drawForA = 2 * ofA <= items;
        int drawn = drawForA ? ofA : items - ofA;
        for (int i = 0; i < items; i++)
        {
            _items[i] = i;
        }

        for (int i = 0; i < drawn; i++)
        {
            int j = i + _stream.Below(items - i);
            (_items[i], _items[j]) = (_items[j], _items[i]);
        }

        for (int i = 0; i < items; i++)
        {
            if (_items[i] < count)
            {
                Give(_pooled[_items[i]], (i < drawn) == drawForA, a, b);
            }
        }
    }

    private void Give(int team, bool toA, int a, int b)
    {
        (int from, int to) = toA ? (b, a) : (a, b);
        if (_state.Sits(team, from))
        {
            _state.Remove(team, from);
            _state.Add(team, to);
        }
    }

    private void HoleWalk()
    {
        (int hole, int first) = Seat();
        _log.Clear();
        Take(hole, first);
        int level = _state.Level[first];
        for (int step = 0; step < MostSteps; step++)
        {
            int[] pool = _graph.Pools.Of(_graph.TeamClass[hole]);
            int inspector = pool[_stream.Below(pool.Length)];
            if (_graph.IsExcluded(hole, inspector))
            {
                continue;
            }

            if (_state.SitsInVisit(hole, inspector))
            {
                if (SiblingOf(hole, inspector) is { } sibling)
                {
                    Take(sibling, inspector);
                    Put(hole, inspector);
                    hole = sibling;
                }

                continue;
            }

            if ((!_balanced || _state.Level[inspector] == level) && _state.HasSpare(inspector))
            {
                Put(hole, inspector);
                return;
            }

            ReadOnlySpan<int> held = _state.Held(inspector);
            if (held.Length > 0)
            {
                int from = held[_stream.Below(held.Length)];
                Take(from, inspector);
                Put(hole, inspector);
                hole = from;
            }
        }

        for (int i = _log.Count - 1; i >= 0; i--)
        {
            (int team, int inspector, bool added) = _log[i];
            if (added)
            {
                _state.Remove(team, inspector);
            }
            else
            {
                _state.Add(team, inspector);
            }
        }
    }

    /// <summary>The sibling in which an inspector has a seat that was not given directly.</summary>
    private int? SiblingOf(int team, int inspector)
    {
        foreach (int sibling in _graph.Siblings[team] ?? [])
        {
            if (_state.Movable(sibling).Contains(inspector))
            {
                return sibling;
            }
        }

        return null;
    }

    private void Take(int team, int inspector)
    {
        _state.Remove(team, inspector);
        _log.Add((team, inspector, false));
    }

    private void Put(int team, int inspector)
    {
        _state.Add(team, inspector);
        _log.Add((team, inspector, true));
    }
}
