using System.Globalization;
using NodaTime;
using RandomInspection.Ledger;

namespace RandomInspection.Credit;

/// <summary>A row for each entry of a dishonesty list.</summary>
public sealed record DishonestyView : IView
{
    /// <inheritdoc />
    public required string Key { get; init; }

    /// <summary>The year of its number.</summary>
    public required int Year { get; init; }

    /// <summary>The subject.</summary>
    public required string SubjectCode { get; init; }

    /// <summary>The subject's name.</summary>
    public required string SubjectName { get; init; }

    /// <summary>Whose list it is.</summary>
    public required string DepartmentId { get; init; }

    /// <summary>Where it stands.</summary>
    public required DishonestyStatus Status { get; init; }

    /// <summary>The last day on which the subject may state and defend; <see langword="null"/> before it is told.</summary>
    public required LocalDate? StatementUntil { get; init; }

    /// <summary>The day of the decision to enter it; <see langword="null"/> before.</summary>
    public required LocalDate? ListedOn { get; init; }

    /// <summary>The last day on which it stands, if it does not leave earlier; <see langword="null"/> before that decision.</summary>
    public required LocalDate? Until { get; init; }

    /// <summary>On what ground a request to leave waits for its decision; <see langword="null"/> if none does.</summary>
    public required ListingExit? Request { get; init; }

    /// <summary>Whether an appeal is open.</summary>
    public required bool AppealIsOpen { get; init; }

    /// <summary>On what ground it left; <see langword="null"/> while it stands, and before.</summary>
    public required ListingExit? LeftBy { get; init; }

    /// <summary>The first day on which it no longer stands; <see langword="null"/> likewise.</summary>
    public required LocalDate? LeftOn { get; init; }

    /// <summary>The row of an entry.</summary>
    /// <param name="entry">The entry.</param>
    public static DishonestyView Of(DishonestyEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new DishonestyView
        {
            Key = entry.Id,
            Year = int.Parse(entry.Id.AsSpan(1, 4), CultureInfo.InvariantCulture),
            SubjectCode = entry.Proposal.SubjectCode,
            SubjectName = entry.Proposal.SubjectName,
            DepartmentId = entry.Proposal.DepartmentId,
            Status = entry.Status,
            StatementUntil = entry.Notice?.StatementUntil,
            ListedOn = entry.Listing?.On,
            Until = entry.Listing?.Until,
            Request = entry.Request?.Ground,
            AppealIsOpen = entry.AppealIsOpen,
            LeftBy = entry.Left?.Ground,
            LeftOn = entry.Left?.On,
        };
    }
}

/// <summary>The entries whose number is of a year.</summary>
/// <param name="Year">The year.</param>
public sealed record DishonestyOfYear(int Year) : Specification<DishonestyView>(entry => entry.Year == Year, entry => entry.Key);

/// <summary>A department's entries, whatever became of them.</summary>
/// <param name="DepartmentId">The department; <see langword="null"/> for all.</param>
public sealed record DishonestyOfDepartment(string? DepartmentId)
    : Specification<DishonestyView>(entry => DepartmentId == null || entry.DepartmentId == DepartmentId, entry => entry.Key);

/// <summary>All entries about a subject, whatever became of them.</summary>
/// <param name="SubjectCode">The subject.</param>
public sealed record DishonestyOfSubject(string SubjectCode) : Specification<DishonestyView>(entry => entry.SubjectCode == SubjectCode, entry => entry.Key);

/// <summary>The entries that stand on a day.</summary>
/// <param name="Day">The day.</param>
public sealed record StandingListings(LocalDate Day)
    : Specification<DishonestyView>(entry => entry.Status == DishonestyStatus.Listed && entry.ListedOn <= Day && entry.Until >= Day, entry => entry.Key);

/// <summary>The entries that stand on a day, of subjects whose name contains a text or whose code begins with it.</summary>
/// <param name="Day">The day.</param>
/// <param name="Text">A part of a name or the beginning of a code; empty for all.</param>
public sealed record StandingListingsOf(LocalDate Day, string Text)
    : Specification<DishonestyView>(
        entry => entry.Status == DishonestyStatus.Listed && entry.ListedOn <= Day && entry.Until >= Day
            && (Text == "" || entry.SubjectName.Contains(Text) || entry.SubjectCode.StartsWith(Text)),
        entry => entry.ListedOn);

/// <summary>The entries that are still listed and whose last day lies before a day.</summary>
/// <param name="Day">The day.</param>
public sealed record ExpiredListings(LocalDate Day)
    : Specification<DishonestyView>(entry => entry.Status == DishonestyStatus.Listed && entry.Until < Day, entry => entry.Key);

/// <summary>A department's entries that wait for the head of its authority.</summary>
/// <param name="DepartmentId">The department.</param>
/// <param name="Today">Today: whoever was told and did not speak in time can be decided on.</param>
public sealed record DishonestyToDecide(string DepartmentId, LocalDate Today)
    : Specification<DishonestyView>(
        entry => entry.DepartmentId == DepartmentId
            && (entry.Status == DishonestyStatus.Heard
                || (entry.Status == DishonestyStatus.Told && entry.StatementUntil < Today)
                || (entry.Status == DishonestyStatus.Listed && entry.Request != null)),
        entry => entry.Key);
