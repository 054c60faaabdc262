// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>What is drawn beside the subjects: time, content, method, area or order.</summary>
public sealed record ChoicesBody
{
    /// <summary>Which of these.</summary>
    public required ChoiceKind Kind { get; init; }

    /// <summary>The options, two or more.</summary>
    public required IReadOnlyList<ChoiceBody> Options { get; init; }

    /// <summary>How many are drawn.</summary>
    public required int Take { get; init; }

    /// <summary>Why these.</summary>
    public required string Reason { get; init; }
}
