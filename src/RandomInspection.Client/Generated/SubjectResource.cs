// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
using NodaTime;

namespace RandomInspection.Client;

/// <summary>A subject.</summary>
public sealed record SubjectResource
{
    /// <summary><c>code</c>.</summary>
    public required string Code { get; init; }

    /// <summary><c>name</c>.</summary>
    public required string Name { get; init; }

    /// <summary><c>kind</c>.</summary>
    public required string Kind { get; init; }

    /// <summary><c>region</c>.</summary>
    public required string Region { get; init; }

    /// <summary><c>trade</c>.</summary>
    public required string Trade { get; init; }

    /// <summary><c>creditClass</c>.</summary>
    public required string CreditClass { get; init; }

    /// <summary><c>status</c>.</summary>
    public required SubjectStatus Status { get; init; }

    /// <summary><c>establishedOn</c>.</summary>
    public required LocalDate? EstablishedOn { get; init; }

    /// <summary><c>answersFor</c>.</summary>
    public required string AnswersFor { get; init; }
}
