using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Ledger;

namespace RandomInspection.Web.Api;

/// <summary>What a step did: the entries of the log that it wrote. It is made of them alone, so that the same request gets the same answer again.</summary>
/// <param name="Id">What was begun or changed, for example <c>P2026-001</c>.</param>
/// <param name="Version">The version of its stream now, which is its ETag; <see langword="null"/> where the step wrote elsewhere only.</param>
/// <param name="Entries">The entries in order.</param>
internal sealed record Receipt(string? Id, int? Version, ImmutableArray<ReceiptEntry> Entries);

/// <summary>An entry that a step wrote.</summary>
/// <param name="Sequence">Its number in its log.</param>
/// <param name="Stream">Its stream.</param>
/// <param name="Version">Its number in the stream.</param>
/// <param name="Type">What happened, for example <c>plan.approved</c>.</param>
/// <param name="At">When.</param>
internal sealed record ReceiptEntry(long Sequence, string Stream, int Version, string Type, Instant At)
{
    public static ReceiptEntry Of(LedgerEntry entry) => new(entry.Sequence, entry.Stream, entry.Version, entry.Type, entry.At);
}
