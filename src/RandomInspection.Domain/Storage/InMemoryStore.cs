using System.Collections.Immutable;
using RandomInspection.Directories;
using RandomInspection.Ledger;

namespace RandomInspection.Storage;

/// <summary>All storage ports in memory: for tests, for trying out, and as the plain one beside which a faster store is proved.</summary>
/// <remarks>
/// Thread-safe. What is kept is one immutable state; a commit makes the next one and puts it in its place as a whole, so that a reader
/// sees all of a commit or nothing of it. Nothing outlives the process.
/// </remarks>
public sealed class InMemoryStore
{
    private readonly Lock _writing = new();
    private readonly InMemoryEvidence _evidence;
    private volatile InMemoryState _state;

    /// <summary>An empty store.</summary>
    public InMemoryStore()
        : this(InMemoryState.Empty, new InMemoryEvidence())
    {
    }

    private InMemoryStore(InMemoryState state, InMemoryEvidence evidence)
    {
        _state = state;
        _evidence = evidence;
        Ledger = new InMemoryLedger(this);
        Views = new InMemoryViews(this);
        Subjects = new InMemorySubjects(this);
        Inspectors = new InMemoryInspectors(this);
        PersonalTexts = new InMemoryPersonalTexts(this);
        Requests = new InMemoryRequests(this);
    }

    /// <summary>The two logs.</summary>
    public ILedger Ledger { get; }

    /// <summary>Rows to list and to search.</summary>
    public IViews Views { get; }

    /// <summary>The subject directory.</summary>
    public ISubjectDirectory Subjects { get; }

    /// <summary>The inspector directory.</summary>
    public IInspectorDirectory Inspectors { get; }

    /// <summary>Pieces of personal data.</summary>
    public IPersonalTexts PersonalTexts { get; }

    /// <summary>Requests that were carried out.</summary>
    public IAnsweredRequests Requests { get; }

    /// <summary>Files by content.</summary>
    public IEvidenceStore Evidence => _evidence;

    /// <summary>Another store that holds what this one holds now; from then on each goes its own way. Files, which never change, are shared.</summary>
    public InMemoryStore Fork() => new(_state, _evidence);

    /// <summary>What is kept at this moment.</summary>
    internal InMemoryState State => _state;

    /// <summary>Makes the next state and puts it in the place of the present one; of a commit that is refused or cancelled nothing stays.</summary>
    internal ImmutableArray<LedgerEntry> Commit(LedgerCommit commit, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (_writing)
        {
            (InMemoryState next, ImmutableArray<LedgerEntry> entries) = _state.After(commit);
            cancellation.ThrowIfCancellationRequested();
            _state = next;
            return entries;
        }
    }

    /// <summary>Forgets requests that were carried out before a moment.</summary>
    internal int Forget(NodaTime.Instant before)
    {
        lock (_writing)
        {
            (_state, int forgotten) = _state.Forget(before);
            return forgotten;
        }
    }
}
