// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
using NodaTime;

namespace RandomInspection.Client;

/// <summary>An entry of a dishonesty list.</summary>
public sealed record ListingResource
{
    /// <summary><c>id</c>.</summary>
    public required string Id { get; init; }

    /// <summary><c>subjectCode</c>.</summary>
    public required string SubjectCode { get; init; }

    /// <summary><c>subjectName</c>.</summary>
    public required string? SubjectName { get; init; }

    /// <summary><c>departmentId</c>.</summary>
    public required string DepartmentId { get; init; }

    /// <summary><c>status</c>.</summary>
    public required DishonestyStatus Status { get; init; }

    /// <summary><c>statementUntil</c>.</summary>
    public required LocalDate? StatementUntil { get; init; }

    /// <summary><c>listedOn</c>.</summary>
    public required LocalDate? ListedOn { get; init; }

    /// <summary><c>until</c>.</summary>
    public required LocalDate? Until { get; init; }

    /// <summary><c>appealIsOpen</c>.</summary>
    public required bool AppealIsOpen { get; init; }

    /// <summary><c>request</c>.</summary>
    public required ListingExit? Request { get; init; }

    /// <summary><c>leftBy</c>.</summary>
    public required ListingExit? LeftBy { get; init; }

    /// <summary><c>leftOn</c>.</summary>
    public required LocalDate? LeftOn { get; init; }
}
