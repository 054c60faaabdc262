// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>An ad-hoc task or special check that begins.</summary>
public sealed record AdHocBody
{
    /// <summary>2020 to 2099.</summary>
    public required int Year { get; init; }

    /// <summary>1 to 100 characters.</summary>
    public required string Title { get; init; }

    /// <summary>Ad-hoc or special.</summary>
    public required TaskKind Kind { get; init; }

    /// <summary>On which named ground.</summary>
    public required TaskGround Ground { get; init; }

    /// <summary>The ground in words, 1 to 100 characters: source, document or data.</summary>
    public required string Words { get; init; }

    /// <summary><c>scale</c>.</summary>
    public TaskScale? Scale { get; init; }

    /// <summary><c>superior</c>.</summary>
    public SuperiorTaskBody? Superior { get; init; }

    /// <summary>How many subjects are named at most instead of being drawn, on one of the exceptions only.</summary>
    public int? Named { get; init; }
}
