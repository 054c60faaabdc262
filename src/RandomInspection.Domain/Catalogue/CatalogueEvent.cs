using System.Collections.Immutable;
using NodaTime;

namespace RandomInspection.Catalogue;

/// <summary>What happens to a department's catalogue, as it stands in the ledger (stream <c>catalogue/…</c>).</summary>
public abstract record CatalogueEvent
{
    private CatalogueEvent()
    {
    }

    /// <summary>A version was begun, from the items of the one before.</summary>
    /// <param name="DepartmentId">Whose catalogue it is.</param>
    /// <param name="Version">Its number, from 1.</param>
    /// <param name="Reason">Why there is a new version.</param>
    /// <param name="By">Who began it.</param>
    public sealed record Begun(string DepartmentId, int Version, string Reason, string By) : CatalogueEvent;

    /// <summary>An item was added.</summary>
    /// <param name="Item">The item.</param>
    public sealed record ItemAdded(InspectionItem Item) : CatalogueEvent;

    /// <summary>An item was revised.</summary>
    /// <param name="Item">The item as it is now.</param>
    public sealed record ItemRevised(InspectionItem Item) : CatalogueEvent;

    /// <summary>An item was taken out.</summary>
    /// <param name="Code">Its code.</param>
    public sealed record ItemRemoved(string Code) : CatalogueEvent;

    /// <summary>The version was submitted to the judicial administration of the same level.</summary>
    /// <param name="By">Who submitted it.</param>
    public sealed record Submitted(string By) : CatalogueEvent;

    /// <summary>The version went back to be revised: the reviewer sent it back, or the department took it back.</summary>
    /// <param name="By">Who.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Returned(string By, string Reason) : CatalogueEvent;

    /// <summary>The judicial administration passed the version.</summary>
    /// <param name="By">Who reviewed it.</param>
    /// <param name="Opinion">What the review found.</param>
    public sealed record Reviewed(string By, string Opinion) : CatalogueEvent;

    /// <summary>The coordinating group received the version.</summary>
    /// <param name="Version">Its number.</param>
    /// <param name="By">Who received it.</param>
    public sealed record Reported(int Version, string By) : CatalogueEvent;

    /// <summary>The version was published: tasks may name its items from its first day on.</summary>
    /// <param name="Version">Its number.</param>
    /// <param name="EffectiveFrom">The first day on which it is in force.</param>
    /// <param name="Channel">Where it was published.</param>
    /// <param name="By">Who published it.</param>
    /// <param name="At">When.</param>
    public sealed record Published(int Version, LocalDate EffectiveFrom, string Channel, string By, Instant At) : CatalogueEvent;

    /// <summary>The legal basis of items changed: a new version is due.</summary>
    /// <param name="Number">The change's number in this catalogue, from 1.</param>
    /// <param name="Law">What changed, with article and document.</param>
    /// <param name="ChangedOn">The day on which the change takes effect.</param>
    /// <param name="Items">The items that rest on it, by code, distinct, 1 or more.</param>
    /// <param name="By">Who noted it.</param>
    public sealed record BasisChanged(int Number, string Law, LocalDate ChangedOn, ImmutableArray<string> Items, string By) : CatalogueEvent;
}
