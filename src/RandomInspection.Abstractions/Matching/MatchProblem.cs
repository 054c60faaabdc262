using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;
using RandomInspection.Drawing;

namespace RandomInspection.Matching;

/// <summary>匹配问题：who may inspect what, in canonical order and free of contradictions.</summary>
/// <remarks>
/// Its digest stands in an opening before the match's seed exists: availability, leave and exclusions are frozen in it.
/// Source: random-inspection-match/1 "Problem".
/// </remarks>
public sealed partial class MatchProblem
{
    /// <summary>Most visits or inspectors of one problem: a million.</summary>
    public const int MaxSize = 1_000_000;

    /// <summary>Most seats of one problem: four million.</summary>
    public const int MaxSeats = 4_000_000;

    private readonly Lazy<Digest> _digest;

    private MatchProblem(
        ImmutableArray<MatchVisit> visits,
        ImmutableArray<MatchInspector> inspectors,
        ImmutableArray<MatchExclusion> exclusions,
        ImmutableArray<LockedSeat> locked,
        ImmutableArray<int> lockedTeams,
        LoadPolicy loadPolicy)
    {
        Visits = visits;
        Inspectors = inspectors;
        Exclusions = exclusions;
        Locked = locked;
        LockedTeams = lockedTeams;
        LoadPolicy = loadPolicy;
        _digest = new Lazy<Digest>(ComputeDigest);
    }

    /// <summary>The visits in the order of ids.</summary>
    public ImmutableArray<MatchVisit> Visits { get; }

    /// <summary>The inspectors in the order of ids.</summary>
    public ImmutableArray<MatchInspector> Inspectors { get; }

    /// <summary>The exclusions in the order of visits, then inspectors, then codes.</summary>
    public ImmutableArray<MatchExclusion> Exclusions { get; }

    /// <summary>The seats given directly, in the order of visits, then inspectors.</summary>
    public ImmutableArray<LockedSeat> Locked { get; }

    /// <summary>For each of <see cref="Locked"/>, the place of its team among its visit's teams, from 0: the first of the department
    /// that the inspector is eligible for and that has a seat left.</summary>
    public ImmutableArray<int> LockedTeams { get; }

    /// <summary>What the match does about the load.</summary>
    public LoadPolicy LoadPolicy { get; }

    /// <summary>SHA-256 of the canonical JSON; the same however the input was ordered.</summary>
    /// <remarks>O(size) when first asked for.</remarks>
    public Digest Digest => _digest.Value;

    /// <summary>A problem.</summary>
    /// <param name="visits">The visits, ids distinct, in any order.</param>
    /// <param name="inspectors">The inspectors, ids distinct, in any order.</param>
    /// <param name="exclusions">Pairs that must not be; <see langword="null"/> for none. One pair may stand with several codes.</param>
    /// <param name="locked">Seats given directly; <see langword="null"/> for none.</param>
    /// <param name="loadPolicy">What the match does about the load.</param>
    /// <exception cref="InputRefusedException">It is contradictory (RI3101 to RI3119).</exception>
    /// <remarks>O(n log n).</remarks>
    public static MatchProblem Of(
        IEnumerable<MatchVisit> visits,
        IEnumerable<MatchInspector> inspectors,
        IEnumerable<MatchExclusion>? exclusions = null,
        IEnumerable<LockedSeat>? locked = null,
        LoadPolicy loadPolicy = LoadPolicy.Balanced)
    {
        ArgumentNullException.ThrowIfNull(visits);
        ArgumentNullException.ThrowIfNull(inspectors);
        if (!Enum.IsDefined(loadPolicy))
        {
            throw new ArgumentOutOfRangeException(nameof(loadPolicy));
        }

        MatchVisit[] sortedVisits = Sorted(visits, visit => visit.Id, "visits");
        MatchInspector[] sortedInspectors = Sorted(inspectors, inspector => inspector.Id, "inspectors");
        long seats = sortedVisits.Sum(visit => visit.Teams.Sum(team => (long)team.Count));
        RequireAtMost("seats", seats, MaxSeats);
        Places places = new(sortedVisits, sortedInspectors);
        MatchExclusion[] sortedExclusions = places.Exclusions(exclusions ?? []);
        (LockedSeat[] sortedLocked, int[] lockedTeams) = places.Locked(locked ?? [], sortedExclusions);
        return new MatchProblem(
            ImmutableArray.Create(sortedVisits),
            ImmutableArray.Create(sortedInspectors),
            ImmutableArray.Create(sortedExclusions),
            ImmutableArray.Create(sortedLocked),
            ImmutableArray.Create(lockedTeams),
            loadPolicy);
    }

    /// <summary>The same problem with some of its visits only.</summary>
    /// <param name="visits">Ids of visits; ids that are not in the problem are ignored.</param>
    public MatchProblem Only(IEnumerable<string> visits)
    {
        HashSet<string> kept = new(visits, StringComparer.Ordinal);
        return Of(
            Visits.Where(visit => kept.Contains(visit.Id)),
            Inspectors,
            Exclusions.Where(exclusion => kept.Contains(exclusion.Visit)),
            Locked.Where(seat => kept.Contains(seat.Visit)),
            LoadPolicy);
    }

    /// <summary>The canonical JSON: what the digest is taken of, UTF-8 without white space.</summary>
    public byte[] ToCanonicalJson()
    {
        ArrayBufferWriter<byte> bytes = new();
        CanonicalProblem.Write(this, bytes);
        return bytes.WrittenSpan.ToArray();
    }

    private Digest ComputeDigest()
    {
        using HashingWriter hash = new();
        CanonicalProblem.Write(this, hash);
        return hash.Finish();
    }

    private static T[] Sorted<T>(IEnumerable<T> items, Func<T, string> idOf, string what)
    {
        T[] sorted = [.. items];
        string[] ids = Array.ConvertAll(sorted, item => idOf(item));
        Array.Sort(ids, sorted, StringComparer.Ordinal);
        for (int i = 1; i < ids.Length; i++)
        {
            if (ids[i] == ids[i - 1])
            {
                throw MatchingRefusals.Duplicate.Refuse(("what", what), ("id", ids[i]));
            }
        }

        RequireAtMost(what, sorted.Length, MaxSize);
        return sorted;
    }

    private static void RequireAtMost(string what, long count, int most)
    {
        if (count > most)
        {
            throw MatchingRefusals.TooLarge.Refuse(("what", what), ("count", count), ("most", most));
        }
    }

    /// <summary>Hashes what is written in blocks, so that the text of a large problem never stands in memory.</summary>
    private sealed class HashingWriter : IBufferWriter<byte>, IDisposable
    {
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private readonly byte[] _buffer = new byte[1 << 16];
        private int _used;

        public void Advance(int count) => _used += count;

        public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

        /// <summary>Room for a name, a label or a number: none is as long as the buffer.</summary>
        public Memory<byte> GetMemory(int sizeHint = 0)
        {
            if (_buffer.Length - _used <= sizeHint)
            {
                _hash.AppendData(_buffer, 0, _used);
                _used = 0;
            }

            return _buffer.AsMemory(_used);
        }

        public Digest Finish()
        {
            _hash.AppendData(_buffer, 0, _used);
            return Digest.Of(_hash.GetHashAndReset());
        }

        public void Dispose() => _hash.Dispose();
    }
}
