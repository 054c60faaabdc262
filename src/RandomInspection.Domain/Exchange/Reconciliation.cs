using System.Collections.Immutable;
using System.Text;
using NodaTime;
using RandomInspection.Ledger;

namespace RandomInspection.Exchange;

/// <summary>对账：how many messages of a type about a day one side has, and the Merkle root over them; both sides compute it from what they have.</summary>
/// <param name="Day">The day of the messages' moments, in the authority's zone.</param>
/// <param name="Type">The type.</param>
/// <param name="Count">How many.</param>
/// <param name="Root">The Merkle root (RFC 9162, SHA-256) over the lines <c>id digest</c> in the order of the ids' bytes, 64 lower-case hex characters.</param>
public sealed record Reconciliation(LocalDate Day, string Type, long Count, string Root)
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    /// <summary>The day by which a message is reconciled.</summary>
    /// <param name="time">Its moment.</param>
    public static LocalDate DayOf(Instant time) => time.InZone(Zone).Date;

    /// <summary>The figures of a day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="messages">The messages of that day, in the order of type and id by their bytes; read once, one at a time.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <remarks>Memory is O(types), whatever the number of messages.</remarks>
    public static async Task<ImmutableArray<Reconciliation>> OfAsync(
        LocalDate day, IAsyncEnumerable<(string Type, string Id, string Digest)> messages, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(messages);
        ImmutableArray<Reconciliation>.Builder figures = ImmutableArray.CreateBuilder<Reconciliation>();
        string? type = null;
        MerkleFrontier frontier = MerkleFrontier.Empty;
        await foreach ((string of, string id, string digest) in messages.WithCancellation(cancellation))
        {
            if (of != type)
            {
                Close();
                (type, frontier) = (of, MerkleFrontier.Empty);
            }

            frontier = frontier.Append(LedgerLeaf.Tree, LedgerLeaf.Tree.Leaf(Encoding.UTF8.GetBytes($"{id} {digest}")));
        }

        Close();
        return figures.ToImmutable();

        void Close()
        {
            if (type is not null)
            {
                figures.Add(new Reconciliation(day, type, frontier.Size, Convert.ToHexStringLower(frontier.Root(LedgerLeaf.Tree))));
            }
        }
    }
}
