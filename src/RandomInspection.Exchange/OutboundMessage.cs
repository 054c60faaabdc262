using NodaTime;

namespace RandomInspection.Exchange;

/// <summary>A row of <c>ex_out_message</c>: a message to a partner, and how far it has got.</summary>
/// <param name="Partner">The partner.</param>
/// <param name="Number">Its place among the messages to the partner, from 1.</param>
/// <param name="Id">What it is called.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Body">The envelope.</param>
/// <param name="Digest">SHA-256 of its payload.</param>
/// <param name="Status">How far it has got.</param>
/// <param name="Attempts">How often it was sent.</param>
/// <param name="FirstAt">When first; <see langword="null"/> before.</param>
/// <param name="NextAt">When it is sent next, while it waits.</param>
/// <param name="Error">Why the last attempt failed, or <see langword="null"/>.</param>
/// <param name="ReceiptAt">When it was received, or <see langword="null"/>.</param>
public sealed record OutboundMessage(
    string Partner, long Number, string Id, string Subject, string Body, string Digest, OutboundStatus Status, int Attempts, Instant? FirstAt, Instant NextAt, string? Error, Instant? ReceiptAt);
