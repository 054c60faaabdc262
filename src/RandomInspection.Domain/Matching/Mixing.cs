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
    private readonly List<(int Inspector, int From, int To)> _moves = new(MostSteps);
    private readonly Trading _trading;

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
        _trading = new Trading(state, stream);
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
            (int team, int inspector) = Seat();
            _trading.Trade(team, inspector);
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

    private void HoleWalk()
    {
        (int start, int first) = Seat();
        int hole = start;
        _moves.Clear();
        _state.Remove(start, first);
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
                    Move(inspector, sibling, ref hole);
                }
            }
            else if ((!_balanced || _state.Level[inspector] == level) && _state.HasSpare(inspector))
            {
                _state.Add(hole, inspector);
                return;
            }
            else if (_state.Held(inspector) is { Length: > 0 } held)
            {
                Move(inspector, held[_stream.Below(held.Length)], ref hole);
            }
        }

        for (int i = _moves.Count - 1; i >= 0; i--)
        {
            (int inspector, int from, int to) = _moves[i];
            _state.Move(inspector, to, from);
        }

        _state.Add(start, first);
    }

    private void Move(int inspector, int from, ref int hole)
    {
        _state.Move(inspector, from, hole);
        _moves.Add((inspector, from, hole));
        hole = from;
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
}
