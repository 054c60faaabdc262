using NodaTime;

namespace RandomInspection.Exchange;

/// <summary>A row of <c>ex_out_message</c>: a message to a partner, and how far it has got.</summary>
/// <param name="Partner">The partner.</param>
/// <param name="Number">Its place in the publication stream.</param>
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

/// <summary>How far a message to a partner has got.</summary>
public enum OutboundStatus
{
    /// <summary>待发。</summary>
    Waiting = 0,

    /// <summary>已送达：received, by the partner's receipt.</summary>
    Sent = 1,

    /// <summary>死信：given up after three days. It holds back what comes after it about its subject until somebody decides.</summary>
    Dead = 2,

    /// <summary>放弃：a person decided that it is not sent any more.</summary>
    GivenUp = 3,
}
