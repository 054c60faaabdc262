using NodaTime;

namespace RandomInspection.Exchange;

/// <summary>A row of <c>ex_decision</c>.</summary>
/// <param name="At">When.</param>
/// <param name="Action"><c>replay</c>, <c>give-up</c>, <c>resume</c> or <c>retry</c>.</param>
/// <param name="Number">The message; <see langword="null"/> for all.</param>
/// <param name="Messages">How many it was.</param>
/// <param name="By">Who.</param>
/// <param name="Why">Why.</param>
public sealed record DecisionLine(Instant At, string Action, long? Number, int Messages, string By, string Why);
