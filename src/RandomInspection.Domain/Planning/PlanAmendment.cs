using System.Collections.Immutable;

namespace RandomInspection.Planning;

/// <summary>计划变更：the next version of an approved plan, drafted beside it until it is approved and takes its place.</summary>
/// <param name="Version">The version that it is to be, from 2.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Who began it.</param>
/// <param name="Status">Where it stands: draft or submitted.</param>
/// <param name="Tasks">The tasks as they are to be, in order.</param>
/// <param name="SubmittedBy">Who submitted it last.</param>
/// <param name="ReturnReason">Why it was sent back last; <see langword="null"/> once it is submitted again.</param>
/// <remarks>The array compares by reference.</remarks>
public sealed record PlanAmendment(
    int Version, string Reason, string By, PlanStatus Status, ImmutableArray<PlannedTask> Tasks, string? SubmittedBy = null, string? ReturnReason = null);
