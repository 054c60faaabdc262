namespace RandomInspection.Inspections;

/// <summary>From how many ratings on a department's are shown.</summary>
/// <param name="LeastShown">So many at least, 1 or more: of fewer a team would know who said what.</param>
/// <remarks>Ours: no rule of law names a number. Of two, whoever gave one knows the other.</remarks>
public sealed record FeedbackRules(int LeastShown)
{
    /// <summary>Three.</summary>
    public static FeedbackRules Default { get; } = new(3);
}
