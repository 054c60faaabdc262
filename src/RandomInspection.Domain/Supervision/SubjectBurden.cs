using System.Collections.Immutable;

namespace RandomInspection.Supervision;

/// <summary>对象负担：how often subjects were visited in the period.</summary>
/// <param name="Subjects">Subjects with at least one visit.</param>
/// <param name="Visits">Visits, all that was inspected at once counted once.</param>
/// <param name="Most">Most visits to one subject; 0 where there is none.</param>
/// <param name="ByVisits">How many subjects had one visit, two visits, and so on.</param>
/// <param name="Saved">Visits that inspecting several tasks at once made unnecessary.</param>
/// <remarks>Source: 沈政办发〔2020〕19号 三(九); 国办发〔2024〕54号.</remarks>
public sealed record SubjectBurden(int Subjects, int Visits, int Most, ImmutableSortedDictionary<int, int> ByVisits, int Saved);
