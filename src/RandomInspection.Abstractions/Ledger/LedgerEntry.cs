using NodaTime;

namespace RandomInspection.Ledger;

/// <summary>留痕：one entry of the append-only log.</summary>
/// <param name="Sequence">Its place in the log, from 1, without gaps.</param>
/// <param name="Stream">The stream it belongs to, for example <c>draw/2026-0001</c>.</param>
/// <param name="Version">Its place in the stream, from 1, without gaps.</param>
/// <param name="Type">The kind of event, for example <c>plan.approved</c>.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="Reason">Why, where a reason was given.</param>
/// <param name="At">When.</param>
/// <param name="Data">The event as JSON, exactly as hashed.</param>
/// <param name="Log">The log in which it stands; not among the hashed bytes, because each log has its own tree.</param>
/// <param name="Salt">
/// 32 lower-case hex characters, hashed with the rest: who meets the hash in a proof of another entry cannot guess what this one says.
/// <see langword="null"/> for entries that were written before there were salts.
/// </param>
/// <remarks>Source: 沈政办发〔2020〕19号 四(二) 全程留痕.</remarks>
public sealed record LedgerEntry(
    long Sequence, string Stream, int Version, string Type, Actor Actor, string? Reason, Instant At, string Data, LedgerLog Log = LedgerLog.Public, string? Salt = null);
