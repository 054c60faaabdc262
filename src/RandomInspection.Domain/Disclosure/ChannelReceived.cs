namespace RandomInspection.Disclosure;

/// <summary>A channel that keeps its items in the log has accepted one, as it stands in the ledger (stream <c>channel/…</c>); the content is kept by its digest.</summary>
/// <param name="Receipt">The receipt.</param>
public sealed record ChannelReceived(ChannelReceipt Receipt);
