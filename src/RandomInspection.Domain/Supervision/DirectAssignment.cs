using NodaTime;

namespace RandomInspection.Supervision;

/// <summary>直接指派：one seat that was not matched at random, as the log tells it.</summary>
/// <param name="Visit">The visit.</param>
/// <param name="Inspector">Who was assigned.</param>
/// <param name="Approver">Who decided it.</param>
/// <param name="HasReason">Whether a reason stands in the log.</param>
/// <param name="At">When.</param>
/// <remarks>Source: 沈政办发〔2020〕19号 三(六).</remarks>
public sealed record DirectAssignment(string Visit, string Inspector, string Approver, bool HasReason, Instant At);
