// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>A surprise inspection that begins, secret until it has ended.</summary>
public sealed record SurpriseBody
{
    /// <summary>2020 to 2099.</summary>
    public required int Year { get; init; }

    /// <summary>1 to 100 characters.</summary>
    public required string Title { get; init; }

    /// <summary>Ad-hoc or special.</summary>
    public required TaskKind Kind { get; init; }

    /// <summary>On which named ground.</summary>
    public required TaskGround Ground { get; init; }

    /// <summary>Why it must be a surprise, 1 to 100 characters.</summary>
    public required string Words { get; init; }

    /// <summary><c>scale</c>.</summary>
    public TaskScale? Scale { get; init; }

    /// <summary><c>superior</c>.</summary>
    public SuperiorTaskBody? Superior { get; init; }
}
