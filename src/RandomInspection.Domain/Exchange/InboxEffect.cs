using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Ledger;

namespace RandomInspection.Exchange;

/// <summary>What a message does here.</summary>
/// <param name="log">The log to commit to, once: the commit takes the message's entry with it.</param>
/// <param name="evidence">Where what it brings is kept.</param>
/// <param name="message">The message.</param>
/// <param name="partner">Who sent it.</param>
/// <param name="at">Now.</param>
/// <param name="cancellation">Cancels before anything is written.</param>
/// <exception cref="RefusalException">It cannot be done; the message is set aside with the reason.</exception>
public delegate Task InboxAct(ILedger log, IEvidenceStore evidence, ExchangeMessage message, ExchangePartner partner, Instant at, CancellationToken cancellation);

/// <summary>The effect of the messages of one type; a host adds its own.</summary>
/// <param name="Type">The type.</param>
/// <param name="Act">What is done; <see langword="null"/> where a message is only kept, as proof that it came in.</param>
public sealed record InboxEffect(string Type, InboxAct? Act)
{
    /// <summary>What other platforms published, corrected and took down is kept.</summary>
    public static ImmutableArray<InboxEffect> Kept { get; } = [new(ExchangeTypes.Publication, null), new(ExchangeTypes.Correction, null), new(ExchangeTypes.Withdrawal, null)];
}
