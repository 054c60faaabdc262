using NodaTime;
using RandomInspection.Ledger;

namespace RandomInspection.Catalogue;

/// <summary>A row for each change of the law that items rest on. By when a new version is due stands with the duty that it raised.</summary>
public sealed record BasisChangeView : IView
{
    /// <inheritdoc />
    public required string Key { get; init; }

    /// <summary>Whose catalogue it concerns.</summary>
    public required string DepartmentId { get; init; }

    /// <summary>Its number in that catalogue.</summary>
    public required int Number { get; init; }

    /// <summary>What changed.</summary>
    public required string Law { get; init; }

    /// <summary>The day on which the change takes effect.</summary>
    public required LocalDate ChangedOn { get; init; }

    /// <summary>The version that answers it; <see langword="null"/> while a new version is due.</summary>
    public required int? AnsweredBy { get; init; }

    /// <summary>The rows of a catalogue's changes.</summary>
    /// <param name="catalogue">The catalogue.</param>
    public static IEnumerable<BasisChangeView> Of(ItemCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        return catalogue.Changes.Select(change => new BasisChangeView
        {
            Key = Id(catalogue.DepartmentId, change.Number),
            DepartmentId = catalogue.DepartmentId,
            Number = change.Number,
            Law = change.Law,
            ChangedOn = change.ChangedOn,
            AnsweredBy = change.AnsweredBy,
        });
    }

    /// <summary>The id of a change, for example <c>scjg-c1</c>.</summary>
    /// <param name="departmentId">Whose catalogue it concerns.</param>
    /// <param name="number">Its number in that catalogue.</param>
    public static string Id(string departmentId, int number) => $"{departmentId}-c{number}";
}

/// <summary>The changes of the law that no version answers yet, the earliest first.</summary>
public sealed record OpenBasisChanges() : Specification<BasisChangeView>(change => change.AnsweredBy == null, change => change.ChangedOn);

/// <summary>The changes of the law that concern a department's catalogue, the earliest first.</summary>
/// <param name="DepartmentId">The department.</param>
public sealed record BasisChangesOf(string DepartmentId)
    : Specification<BasisChangeView>(change => change.DepartmentId == DepartmentId, change => change.Number);
