using NodaTime;

namespace RandomInspection.Exchange;

/// <summary>A row of <c>ex_in_message</c>: a message that came, and what became of it.</summary>
/// <param name="Place">In which order it came.</param>
/// <param name="Partner">Who sent it.</param>
/// <param name="Source">Whose message it is.</param>
/// <param name="Id">What it is called.</param>
/// <param name="Type">What it says.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Body">The envelope.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Error">Why it waits or is set aside, or <see langword="null"/>.</param>
/// <param name="ReceivedAt">When it came.</param>
public sealed record InboundMessage(
    long Place, string Partner, string Source, string Id, string Type, string Subject, string Body, InboundStatus Status, string? Error, Instant ReceivedAt);
