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

    private readonly MatchGraph _graph;
    private readonly MatchStream _stream;
    private readonly bool _balanced;
    private readonly SeatHolders _seats;
    private readonly List<(int Inspector, MovableSeat From, MovableSeat To)> _moves = new(MostSteps);
    private readonly Trading _trading;

    private Mixing(MatchState state, MatchStream stream)
    {
        (_graph, _stream) = (state.Graph, stream);
        _balanced = _graph.Problem.LoadPolicy == LoadPolicy.Balanced;
        _seats = new SeatHolders(state);
        _trading = new Trading(_graph, _seats, stream);
    }

    /// <summary>Rounds: c × n × (bits(n) + 4), n the inspectors whom at least one class's pool has.</summary>
    public static long Rounds(MatchGraph graph, int mixFactor)
    {
        long inspectors = Active(graph);
        return mixFactor * inspectors * (BitLength(inspectors) + 4);
    }

    /// <summary>Mixes.</summary>
    /// <param name="state">The assignment; it is changed.</param>
    /// <param name="stream">The stage's random integers.</param>
    /// <param name="mixFactor">The factor; 0 leaves everything as it is.</param>
    /// <param name="progress">Told a hundred times, or <see langword="null"/>.</param>
    /// <returns>How many movable seats have the inspector they had.</returns>
    public static int Run(MatchState state, MatchStream stream, int mixFactor, IProgress<MatchProgress>? progress)
    {
        long rounds = Rounds(state.Graph, mixFactor);
        if (rounds == 0)
        {
            return Enumerable.Range(0, state.Graph.Teams).Sum(team => state.Movable(team).Length);
        }

        Mixing mixing = new(state, stream);
        if (mixing._seats.Seats > 0)
        {
            mixing.Run(rounds, progress);
        }

        return mixing._seats.WriteBack();
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

    private void Run(long rounds, IProgress<MatchProgress>? progress)
    {
        long between = Math.Max(LeastBetweenWalks, Active(_graph) / 64), step = Math.Max(1, (rounds + 99) / 100), walk = between, report = step;
        for (long round = 1; round <= rounds; round++)
        {
            MovableSeat seat = _seats.At(_stream.Below(_seats.Seats), out int inspector);
            _trading.Trade(seat, inspector);
            if (round == walk)
            {
                walk += between;
                HoleWalk();
            }

            if (round == report)
            {
                report += step;
                progress?.Report(new MatchProgress(round, rounds));
            }
        }
    }

    private void HoleWalk()
    {
        MovableSeat start = _seats.At(_stream.Below(_seats.Seats), out int first), hole = start;
        _moves.Clear();
        _seats.Leave(first, start);
        int level = _seats.Level(first);
        for (int step = 0; step < MostSteps; step++)
        {
            int team = _seats.Team(hole);
            int[] pool = _graph.Pools.Of(hole.Class);
            int inspector = pool[_stream.Below(pool.Length)];
            if (_graph.IsExcluded(team, inspector))
            {
                continue;
            }

            if (_seats.SitsInVisit(hole, inspector))
            {
                if (_seats.SeatInSibling(team, inspector) is { } sibling)
                {
                    Move(inspector, sibling, ref hole);
                }
            }
            else if ((!_balanced || _seats.Level(inspector) == level) && _seats.HasSpare(inspector))
            {
                _seats.Take(inspector, hole);
                return;
            }
            else if (_seats.Held(inspector) is { Length: > 0 } held)
            {
                Move(inspector, held[_stream.Below(held.Length)], ref hole);
            }
        }

        for (int i = _moves.Count - 1; i >= 0; i--)
        {
            (int inspector, MovableSeat from, MovableSeat to) = _moves[i];
            _seats.Move(inspector, to, from);
        }

        _seats.Take(first, start);
    }

    private void Move(int inspector, MovableSeat from, ref MovableSeat hole)
    {
        _seats.Move(inspector, from, hole);
        _moves.Add((inspector, from, hole));
        hole = from;
    }
}
