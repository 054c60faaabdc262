using RandomInspection.Ledger;

namespace RandomInspection.Inspections;

/// <summary>A row for each rating. Neither visit nor subject nor day stand in it.</summary>
public sealed record FeedbackView : IView
{
    /// <summary>The rating's name, which nobody reads a visit from.</summary>
    public required string Key { get; init; }

    /// <summary>The department that inspected.</summary>
    public required string DepartmentId { get; init; }

    /// <summary>廉洁, 1 to 5.</summary>
    public required int Integrity { get; init; }

    /// <summary>规范, 1 to 5.</summary>
    public required int Conduct { get; init; }

    /// <summary>效率, 1 to 5.</summary>
    public required int Efficiency { get; init; }

    /// <summary>What else was said, or what stands for it; <see langword="null"/> if nothing was.</summary>
    public required string? Text { get; init; }

    /// <summary>The row of a rating.</summary>
    /// <param name="token">Its name.</param>
    /// <param name="given">The event.</param>
    public static FeedbackView Of(string token, FeedbackEvent.Given given)
    {
        ArgumentNullException.ThrowIfNull(given);
        return new FeedbackView
        {
            Key = token,
            DepartmentId = given.DepartmentId,
            Integrity = given.Integrity,
            Conduct = given.Conduct,
            Efficiency = given.Efficiency,
            Text = given.Text,
        };
    }
}

/// <summary>All ratings, in the order of their names, which is nobody's.</summary>
public sealed record AllFeedback() : Specification<FeedbackView>(feedback => true, feedback => feedback.Key);
