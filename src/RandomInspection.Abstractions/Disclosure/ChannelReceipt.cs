using NodaTime;

namespace RandomInspection.Disclosure;

/// <summary>回执：a channel has accepted an item.</summary>
/// <param name="Channel">The channel's id.</param>
/// <param name="Key">The item's key.</param>
/// <param name="Revision">The item's revision.</param>
/// <param name="Step">What was accepted.</param>
/// <param name="Id">The channel's own name for the receipt, 1 to 300 characters, distinct for each item.</param>
/// <param name="At">When it was accepted, by the channel's clock.</param>
/// <param name="Digest">SHA-256 of the content that the channel received, 64 lower-case hex characters.</param>
public sealed record ChannelReceipt(string Channel, string Key, int Revision, ChannelStep Step, string Id, Instant At, string Digest);
