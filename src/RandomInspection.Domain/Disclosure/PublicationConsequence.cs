using System.Collections.Immutable;
using RandomInspection.Ledger;

namespace RandomInspection.Disclosure;

/// <summary>Appends what was published to the publication stream, in the same transaction.</summary>
/// <remarks>What is published in the sealed log is not known yet: it gets its place when it is published in the public one.</remarks>
/// <param name="views">The rows, for the last number.</param>
/// <param name="codec">The events of the log.</param>
/// <param name="policy">What anybody may read.</param>
public sealed class PublicationConsequence(IViews views, EventCodec codec, RedactionPolicy policy) : ILedgerConsequence
{
    /// <inheritdoc />
    public async ValueTask<(ImmutableArray<StreamAppend> Appends, ImmutableArray<IView> Views)> FollowAsync(LedgerCommit commit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(commit);
        if (commit.Log != LedgerLog.Public)
        {
            return ([], []);
        }

        List<Disclosed> disclosed = [];
        foreach (StreamAppend append in commit.Appends)
        {
            foreach (DisclosureEvent.Published published in append.Events.Where(e => e.Type == "disclosure.published").Select(e => (DisclosureEvent.Published)codec.Decode(e)))
            {
                ObligationView duty = commit.Views.OfType<ObligationView>().First(row => DisclosureWorkflow.Stream(row.Key) == append.Stream);
                disclosed.Add(Publications.Of(duty, published.Channel, policy));
            }
        }

        return disclosed.Count == 0 ? ([], []) : Publications.Append(await Publications.LastAsync(views, cancellation), disclosed, codec);
    }
}
