using System.Globalization;
using NodaTime;
using RandomInspection.Ledger;

namespace RandomInspection.Inspections;

/// <summary>A row for each request for recusal.</summary>
public sealed record RecusalView : IView
{
    /// <inheritdoc />
    public required string Key { get; init; }

    /// <summary>The year of its number.</summary>
    public required int Year { get; init; }

    /// <summary>The officer.</summary>
    public required string Inspector { get; init; }

    /// <summary>The subject.</summary>
    public required string SubjectCode { get; init; }

    /// <summary>The officer's department.</summary>
    public required string DepartmentId { get; init; }

    /// <summary>Who asks.</summary>
    public required RecusalSide Side { get; init; }

    /// <summary>When.</summary>
    public required Instant RequestedAt { get; init; }

    /// <summary>What was decided; <see langword="null"/> while it is open.</summary>
    public required RecusalDecision? Decision { get; init; }

    /// <summary>The row of a request.</summary>
    /// <param name="recusal">The request.</param>
    /// <param name="requestedAt">When it was made.</param>
    public static RecusalView Of(Recusal recusal, Instant requestedAt)
    {
        ArgumentNullException.ThrowIfNull(recusal);
        return new RecusalView
        {
            Key = recusal.Request.Recusal,
            Year = int.Parse(recusal.Request.Recusal.AsSpan(1, 4), CultureInfo.InvariantCulture),
            Inspector = recusal.Request.Inspector,
            SubjectCode = recusal.Request.SubjectCode,
            DepartmentId = recusal.Request.DepartmentId,
            Side = recusal.Request.Side,
            RequestedAt = requestedAt,
            Decision = recusal.Decision?.Decision,
        };
    }
}

/// <summary>The requests whose number is of a year.</summary>
/// <param name="Year">The year.</param>
public sealed record RecusalsOfYear(int Year) : Specification<RecusalView>(recusal => recusal.Year == Year, recusal => recusal.Key);

/// <summary>The requests of a department, the newest first.</summary>
/// <param name="DepartmentId">The department.</param>
public sealed record RecusalsOfDepartment(string DepartmentId) : Specification<RecusalView>(recusal => recusal.DepartmentId == DepartmentId, recusal => recusal.Key);

/// <summary>The requests of a department that wait for a decision.</summary>
/// <param name="DepartmentId">The department.</param>
public sealed record OpenRecusals(string DepartmentId)
    : Specification<RecusalView>(recusal => recusal.DepartmentId == DepartmentId && recusal.Decision == null, recusal => recusal.Key);

/// <summary>The recusals of a department that were upheld: exclusions of every later match.</summary>
/// <param name="DepartmentId">The department.</param>
public sealed record UpheldRecusals(string DepartmentId)
    : Specification<RecusalView>(recusal => recusal.DepartmentId == DepartmentId && recusal.Decision == RecusalDecision.Upheld, recusal => recusal.Key);

/// <summary>The requests about one officer and one subject.</summary>
/// <param name="Inspector">The officer.</param>
/// <param name="SubjectCode">The subject.</param>
public sealed record RecusalsBetween(string Inspector, string SubjectCode)
    : Specification<RecusalView>(recusal => recusal.Inspector == Inspector && recusal.SubjectCode == SubjectCode, recusal => recusal.Key);
