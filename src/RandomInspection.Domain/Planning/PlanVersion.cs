using System.Collections.Immutable;
using NodaTime;

namespace RandomInspection.Planning;

/// <summary>A version of a plan as it was approved.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Reason">Why it was amended; <see langword="null"/> for the first.</param>
/// <param name="Tasks">Its tasks in order.</param>
/// <param name="ApprovedBy">Who approved it.</param>
/// <param name="ApprovedAt">When.</param>
/// <remarks>The array compares by reference.</remarks>
public sealed record PlanVersion(int Number, string? Reason, ImmutableArray<PlannedTask> Tasks, string ApprovedBy, Instant ApprovedAt);
