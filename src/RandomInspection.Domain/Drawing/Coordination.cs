using System.Text.Json.Serialization;

namespace RandomInspection.Drawing;

/// <summary>正向协调：how often the tasks of one draw meet in the same subject, beside what separate draws would be expected to give.</summary>
/// <param name="Tasks">Tasks that share the seed.</param>
/// <param name="Subjects">Distinct subjects in all frames.</param>
/// <param name="InSeveralFrames">Subjects in the frames of two tasks or more.</param>
/// <param name="Selected">Subjects selected, counted once for each task that selected them.</param>
/// <param name="DistinctSelected">Subjects selected, counted once.</param>
/// <param name="SelectedInSeveral">Subjects selected for two tasks or more: visited once instead of several times.</param>
/// <param name="SeparateDistinctNano">Expected distinct subjects if each task had a seed of its own, in nanos (10⁻⁹); see <see cref="Combinations"/> for the rounding.</param>
/// <param name="SeparateInSeveralNano">Expected subjects selected for two tasks or more if each task had a seed of its own, in nanos; rounded alike.</param>
/// <param name="Combinations">
/// Combinations of cells that occur. The exact expectation of each is rounded down to a nano, so each sum is short of the exact value by
/// less than so many nanos.
/// </param>
/// <remarks>Source: random-inspection-draw/1 §3 (positive coordination).</remarks>
public sealed record Coordination(
    int Tasks,
    long Subjects,
    long InSeveralFrames,
    long Selected,
    long DistinctSelected,
    long SelectedInSeveral,
    long SeparateDistinctNano,
    long SeparateInSeveralNano,
    long Combinations)
{
    /// <summary>Visits saved by visiting a subject once for all tasks that selected it.</summary>
    [JsonIgnore]
    public long VisitsSaved => Selected - DistinctSelected;

    /// <summary>How many fewer subjects are disturbed than separate draws were expected to disturb, in nanos; negative if more.</summary>
    [JsonIgnore]
    public long FewerThanSeparateNano => SeparateDistinctNano - (DistinctSelected * CellExpectation.NanosPerUnit);
}
