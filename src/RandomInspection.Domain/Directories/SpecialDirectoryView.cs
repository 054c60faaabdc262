using System.Globalization;
using RandomInspection.Ledger;

namespace RandomInspection.Directories;

/// <summary>A row for each special directory.</summary>
public sealed record SpecialDirectoryView : IView
{
    /// <inheritdoc />
    public required string Key { get; init; }

    /// <summary>The year of its number.</summary>
    public required int Year { get; init; }

    /// <summary>Whose it is.</summary>
    public required string DepartmentId { get; init; }

    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>The version in force.</summary>
    public required int Version { get; init; }

    /// <summary>Whether it is not used any more.</summary>
    public required bool IsRetired { get; init; }

    /// <summary>The row of a special directory.</summary>
    /// <param name="special">The special directory.</param>
    public static SpecialDirectoryView Of(SpecialDirectory special)
    {
        ArgumentNullException.ThrowIfNull(special);
        return new SpecialDirectoryView
        {
            Key = special.Id,
            Year = int.Parse(special.Id.AsSpan(1, 4), CultureInfo.InvariantCulture),
            DepartmentId = special.DepartmentId,
            Name = special.Name,
            Version = special.Current.Version,
            IsRetired = special.Retirement is not null,
        };
    }
}

/// <summary>All special directories.</summary>
public sealed record AllSpecialDirectories() : Specification<SpecialDirectoryView>(special => true, special => special.Key);

/// <summary>The special directories whose number is of a year.</summary>
/// <param name="Year">The year.</param>
public sealed record SpecialDirectoriesOfYear(int Year) : Specification<SpecialDirectoryView>(special => special.Year == Year, special => special.Key);

/// <summary>A department's special directories that are in use.</summary>
/// <param name="DepartmentId">The department.</param>
public sealed record SpecialDirectoriesInUse(string DepartmentId)
    : Specification<SpecialDirectoryView>(special => special.DepartmentId == DepartmentId && !special.IsRetired, special => special.Key);
