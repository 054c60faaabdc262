using System.Collections.Immutable;

namespace RandomInspection.Ledger;

/// <summary>A store's log to which the consequences of events are added before they are written, so that none can be forgotten.</summary>
/// <param name="store">The store.</param>
/// <param name="consequences">What the law attaches to events.</param>
/// <param name="salts">Salts for what has none; <see langword="null"/> leaves entries without.</param>
/// <param name="observers">Who is told what was written; <see langword="null"/> for nobody.</param>
/// <param name="terms">What the request that is being answered demands of its commits; <see langword="null"/> for nothing.</param>
public sealed class ConsequentLedger(
    ILedger store,
    IEnumerable<ILedgerConsequence> consequences,
    ISaltSource? salts = null,
    IEnumerable<ILedgerObserver>? observers = null,
    ICommitTerms? terms = null) : ForwardingLedger(store)
{
    /// <summary>Whoever appends to a stream of consequences, such as that of publications, may meet so many others at once.</summary>
    private const int MostTries = 1000;

    private readonly ImmutableArray<ILedgerConsequence> _consequences = [.. consequences];
    private readonly ImmutableArray<ILedgerObserver> _observers = [.. observers ?? []];

    /// <inheritdoc />
    /// <remarks>What belongs to a surprise inspection goes to the sealed log, whoever commits it: <see cref="SecretNumbers"/>.</remarks>
    public override async Task<ImmutableArray<LedgerEntry>> CommitAsync(LedgerCommit commit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(commit);
        commit = SecretNumbers.Route(terms is null ? commit : terms.Apply(commit));
        LedgerCommit salted = commit.Salt is null && salts is not null ? commit with { Salt = salts.Next() } : commit;
        for (int tries = 1; ; tries++)
        {
            LedgerCommit whole = salted;
            foreach (ILedgerConsequence consequence in _consequences)
            {
                (ImmutableArray<StreamAppend> appends, ImmutableArray<IView> views) = await consequence.FollowAsync(commit, cancellation);
                whole = whole with { Appends = [.. whole.Appends, .. appends], Views = [.. whole.Views, .. views] };
            }

            try
            {
                ImmutableArray<LedgerEntry> entries = await Inner.CommitAsync(whole, cancellation);
                foreach (ILedgerObserver observer in _observers)
                {
                    observer.Written(entries);
                }

                return entries;
            }
            catch (AppendConflictException e) when (tries < MostTries && commit.Appends.All(append => append.Stream != e.Stream))
            {
                // Only what follows has moved on, not what the caller has seen: it follows anew.
            }
        }
    }
}
