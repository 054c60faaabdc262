using NodaTime;
using RandomInspection.Ledger;

namespace RandomInspection.Supervision;

/// <summary>A row for each refused attempt.</summary>
public sealed record AttemptView : IView
{
    /// <summary>The stream's name without what it begins with, and the place in it: person, day, the number of the secret if it is about one.</summary>
    public required string Key { get; init; }

    /// <summary>Who tried.</summary>
    public required string PersonId { get; init; }

    /// <summary>The person's department.</summary>
    public required string DepartmentId { get; init; }

    /// <summary>The method and the pattern of the address.</summary>
    public required string Request { get; init; }

    /// <summary>The id of the matter; <see langword="null"/> where the address has none.</summary>
    public required string? About { get; init; }

    /// <summary>The code of the refusal.</summary>
    public required string Code { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>The row of an attempt.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="version">The attempt's place in it.</param>
    /// <param name="personId">Who tried.</param>
    /// <param name="at">When.</param>
    /// <param name="refused">The event.</param>
    internal static AttemptView Of(string stream, int version, string personId, Instant at, AttemptEvent.Refused refused) => new()
    {
        Key = $"{stream[Attempts.Prefix.Length..]}#{version:D2}",
        PersonId = personId,
        DepartmentId = refused.DepartmentId,
        Request = refused.Request,
        About = refused.About,
        Code = refused.Code,
        At = at,
    };
}
