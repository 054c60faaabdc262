using System.Collections.Immutable;
using NodaTime;

namespace RandomInspection.Ledger;

/// <summary>What happens in one transaction: entries, the views they change, and what else changes with them.</summary>
/// <param name="Actor">Who.</param>
/// <param name="At">When; entries keep 100 ns of it.</param>
/// <param name="Reason">Why, where a reason was given.</param>
/// <param name="Appends">The streams that grow.</param>
/// <param name="Views">The rows that follow from the streams, each replacing the one of its key.</param>
/// <param name="Effect">What else changes with it, such as the directory; <see langword="null"/> if nothing does.</param>
/// <param name="Log">The one log that grows.</param>
public sealed record LedgerCommit(
    Actor Actor,
    Instant At,
    string? Reason,
    ImmutableArray<StreamAppend> Appends,
    ImmutableArray<IView> Views,
    ILedgerEffect? Effect = null,
    LedgerLog Log = LedgerLog.Public)
{
    /// <summary>Personal data whose commitments stand in the events, to be kept beside the log; none by default.</summary>
    public ImmutableArray<PersonalPiece> Personal { get; init; } = [];

    /// <summary>What the entries' salts are derived from, 64 lower-case hex characters made by chance; without it they have none.</summary>
    public string? Salt { get; init; }

    /// <summary>The program's request that it carries out, to be kept with it; <see langword="null"/> if there is none. A store refuses one that it keeps already (RI9070).</summary>
    public AnsweredRequest? Request { get; init; }
}

/// <summary>Events for one stream.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="ExpectedVersion">Entries that the writer has seen of it; 0 for a new stream.</param>
/// <param name="Events">The events; none to require only that the stream has not grown.</param>
public sealed record StreamAppend(string Stream, int ExpectedVersion, ImmutableArray<EncodedEvent> Events);

/// <summary>An event as it stands in the log.</summary>
/// <param name="Type">The kind, for example <c>plan.approved</c>.</param>
/// <param name="Data">JSON, exactly as hashed.</param>
public sealed record EncodedEvent(string Type, string Data);
