using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Ledger;

namespace RandomInspection.Storage;

/// <summary>Everything that a commit can change, immutable: the next state is a function of this one and the commit.</summary>
internal sealed record InMemoryState
{
    private InMemoryState()
    {
    }

    public static InMemoryState Empty { get; } = new();

    public InMemoryLog Public { get; private init; } = InMemoryLog.Empty;

    public InMemoryLog Sealed { get; private init; } = InMemoryLog.Empty;

    public ImmutableDictionary<string, ImmutableList<LedgerEntry>> Streams { get; private init; } =
        ImmutableDictionary.Create<string, ImmutableList<LedgerEntry>>(StringComparer.Ordinal);

    public ImmutableDictionary<Type, ImmutableDictionary<string, IView>> Views { get; private init; } = [];

    public InMemoryDirectory<Subject> Subjects { get; private init; } = InMemoryDirectory<Subject>.Empty;

    public InMemoryDirectory<Inspector> Inspectors { get; private init; } = InMemoryDirectory<Inspector>.Empty;

    public ImmutableDictionary<string, PersonalText> Personal { get; private init; } = ImmutableDictionary.Create<string, PersonalText>(StringComparer.Ordinal);

    public ImmutableDictionary<(string Key, int Part), KeptRequest> Requests { get; private init; } = [];

    public InMemoryLog Log(LedgerLog log) => log == LedgerLog.Public ? Public : Sealed;

    /// <summary>The state after a commit, and the entries that it wrote.</summary>
    /// <exception cref="AppendConflictException">A stream has another version than expected (RI6001).</exception>
    /// <exception cref="ArgumentException">A stream that grows stands in the other log.</exception>
    /// <exception cref="InputRefusedException">The request was carried out already (RI9070).</exception>
    /// <exception cref="NotSupportedException">The effect is not known.</exception>
    public (InMemoryState Next, ImmutableArray<LedgerEntry> Entries) After(LedgerCommit commit)
    {
        // As every store: moments are kept to 100 ns, so that the same commit gives the same entry everywhere.
        Instant at = Instant.FromUnixTimeTicks(commit.At.ToUnixTimeTicks());
        (ImmutableDictionary<string, ImmutableList<LedgerEntry>> streams, ImmutableArray<LedgerEntry> entries) = Append(commit, at);
        InMemoryLog log = Log(commit.Log).Append(entries);
        InMemoryState next = this with
        {
            Public = commit.Log == LedgerLog.Public ? log : Public,
            Sealed = commit.Log == LedgerLog.Sealed ? log : Sealed,
            Streams = streams,
            Views = Replace(commit.Views),
            Requests = commit.Request is { } request ? Keep(request, at, commit) : Requests,
            Personal = Personal.AddRange(commit.Personal.Select(piece => KeyValuePair.Create(piece.Commitment, (PersonalText)new PersonalText.Kept(piece)))),
        };
        return (commit.Effect is null ? next : next.After(commit.Effect, at), entries);
    }

    /// <summary>The state without requests that were carried out before a moment, and how many they were.</summary>
    public (InMemoryState Next, int Forgotten) Forget(Instant before)
    {
        (string, int)[] old = [.. Requests.Where(request => request.Value.At < before).Select(request => request.Key)];
        return (this with { Requests = Requests.RemoveRange(old) }, old.Length);
    }

    private ImmutableDictionary<(string Key, int Part), KeptRequest> Keep(AnsweredRequest request, Instant at, LedgerCommit commit) =>
        Requests.ContainsKey((request.Key, request.Part))
            ? throw RequestRefusals.CarriedOut.Refuse()
            : Requests.Add((request.Key, request.Part), new KeptRequest(request, at, WrittenEntries.Of(commit)));

    private (ImmutableDictionary<string, ImmutableList<LedgerEntry>> Streams, ImmutableArray<LedgerEntry> Entries) Append(LedgerCommit commit, Instant at)
    {
        ImmutableDictionary<string, ImmutableList<LedgerEntry>>.Builder streams = Streams.ToBuilder();
        ImmutableArray<LedgerEntry>.Builder entries = ImmutableArray.CreateBuilder<LedgerEntry>();
        long sequence = Log(commit.Log).Size;
        foreach (StreamAppend append in commit.Appends)
        {
            ImmutableList<LedgerEntry> stream = streams.GetValueOrDefault(append.Stream, []);
            if (stream.Count != append.ExpectedVersion)
            {
                throw new AppendConflictException(append.Stream, append.ExpectedVersion, stream.Count);
            }

            if (append.Events.IsEmpty)
            {
                continue;
            }

            if (!stream.IsEmpty && stream[0].Log != commit.Log)
            {
                throw new ArgumentException($"The stream \"{append.Stream}\" stands in the {stream[0].Log} log.", nameof(commit));
            }

            int version = stream.Count;
            LedgerEntry[] added =
            [
                .. append.Events.Select(e => new LedgerEntry(
                    ++sequence, append.Stream, ++version, e.Type, commit.Actor, commit.Reason, at, e.Data, commit.Log, LedgerLeaf.SaltOf(commit, append.Stream, version))),
            ];
            streams[append.Stream] = stream.AddRange(added);
            entries.AddRange(added);
        }

        return (streams.ToImmutable(), entries.ToImmutable());
    }

    private ImmutableDictionary<Type, ImmutableDictionary<string, IView>> Replace(ImmutableArray<IView> views)
    {
        ImmutableDictionary<Type, ImmutableDictionary<string, IView>> all = Views;
        foreach (IGrouping<Type, IView> type in views.GroupBy(view => view.GetType()))
        {
            ImmutableDictionary<string, IView> rows = all.GetValueOrDefault(type.Key, ImmutableDictionary.Create<string, IView>(StringComparer.Ordinal));
            all = all.SetItem(type.Key, rows.SetItems(type.Select(view => KeyValuePair.Create(view.Key, view))));
        }

        return all;
    }

    private InMemoryState After(ILedgerEffect effect, Instant at) => effect switch
    {
        SubjectMerge merge => this with { Subjects = Subjects.Merge(merge.Version, merge.Changed, subject => subject.Code) },
        InspectorMerge merge => this with { Inspectors = Inspectors.Merge(merge.Version, merge.Changed, inspector => inspector.Id) },
        PersonalErasure erasure => this with
        {
            Personal = Personal.SetItems(erasure.Commitments.Where(c => Personal.GetValueOrDefault(c) is PersonalText.Kept)
                .Select(c => KeyValuePair.Create(c, (PersonalText)new PersonalText.Erased(c, at)))),
        },
        _ => throw new NotSupportedException($"This store does not know the effect \"{effect.Name}\"."),
    };
}
