namespace RandomInspection.Exchange;

/// <summary>What came in from another system, as it stands in the ledger.</summary>
public abstract record InboxEvent
{
    private InboxEvent()
    {
    }

    /// <summary>A message was taken in, in one transaction with what it changes (stream <c>exchange-in/…</c>, one for each source and id: there is never a second).</summary>
    /// <param name="Partner">Which partner sent it.</param>
    /// <param name="Source">Whose message it is.</param>
    /// <param name="Id">What it is called.</param>
    /// <param name="Type">What it says.</param>
    /// <param name="Subject">What it is about.</param>
    /// <param name="Sequence">Its place among those about this subject, or <see langword="null"/>.</param>
    /// <param name="Digest">SHA-256 of its payload.</param>
    public sealed record Received(string Partner, string Source, string Id, string Type, string Subject, long? Sequence, string Digest) : InboxEvent;

    /// <summary>A message took its place among those about its subject (stream <c>exchange-order/…</c>, whose versions are the places).</summary>
    /// <param name="Id">The message.</param>
    /// <param name="Digest">SHA-256 of its payload.</param>
    public sealed record Followed(string Id, string Digest) : InboxEvent;
}
