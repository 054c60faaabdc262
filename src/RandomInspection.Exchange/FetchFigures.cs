using NodaTime;

namespace RandomInspection.Exchange;

/// <summary>How it stands with a partner from which messages are fetched.</summary>
/// <param name="Cursor">What the partner called <c>next</c> in its last page; empty before the first.</param>
/// <param name="ContactAt">When a page came last, or <see langword="null"/>.</param>
/// <param name="Failures">How often in a row it failed since.</param>
/// <param name="NextAt">When it is asked again.</param>
/// <param name="Error">Why it failed last, or <see langword="null"/> since a page came.</param>
/// <param name="StoppedAt">When it answered that it is gone for good (410), or <see langword="null"/>.</param>
public sealed record FetchFigures(string Cursor, Instant? ContactAt, int Failures, Instant NextAt, string? Error, Instant? StoppedAt);
