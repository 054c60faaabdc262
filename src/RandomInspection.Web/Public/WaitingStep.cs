using NodaTime;
using RandomInspection.Disclosure;

namespace RandomInspection.Web.Public;

/// <summary>待办：something that waits for the reader.</summary>
/// <param name="Text">What.</param>
/// <param name="Href">Where it is done.</param>
/// <param name="DueOn">The last day, included; <see langword="null"/> where there is none.</param>
/// <param name="Urgency">How near it is; <see langword="null"/> without a last day.</param>
internal sealed record WaitingStep(string Text, string Href, LocalDate? DueOn, Urgency? Urgency);
