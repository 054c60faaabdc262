using System.Collections.Immutable;

namespace RandomInspection.Catalogue;

/// <summary>A version on its way: prepared, reviewed, reported, published.</summary>
public sealed class CatalogueDraft
{
    private readonly SortedDictionary<string, InspectionItem> _items;
    private readonly Dictionary<string, int> _touched = new(StringComparer.Ordinal);
    private readonly HashSet<string> _people = new(StringComparer.Ordinal);

    internal CatalogueDraft(CatalogueEvent.Begun begun, IEnumerable<InspectionItem> items)
    {
        Begun = begun;
        _items = new SortedDictionary<string, InspectionItem>(items.ToDictionary(i => i.Code, StringComparer.Ordinal), StringComparer.Ordinal);
        _people.Add(begun.By);
    }

    /// <summary>Number, reason and who began it.</summary>
    public CatalogueEvent.Begun Begun { get; }

    /// <summary>Its number.</summary>
    public int Number => Begun.Version;

    /// <summary>Where it stands.</summary>
    public CatalogueStatus Status { get; private set; }

    /// <summary>Its items in the order of codes.</summary>
    public ImmutableArray<InspectionItem> Items => [.. _items.Values];

    /// <summary>Why it was sent back last; <see langword="null"/> once it is submitted again.</summary>
    public string? ReturnReason { get; private set; }

    /// <summary>What the judicial review found; <see langword="null"/> before it, and once it was sent back.</summary>
    public string? Opinion { get; private set; }

    /// <summary>How many events the catalogue had when it was submitted: changes of the law noted later are not answered by it.</summary>
    internal int SubmittedAt { get; private set; }

    /// <summary>The item of a code, or <see langword="null"/>.</summary>
    /// <param name="code">A code.</param>
    public InspectionItem? Find(string code) => _items.GetValueOrDefault(code);

    /// <summary>Whether a person had a hand in it: they do not pass their own step.</summary>
    internal bool IsOf(string person) => _people.Contains(person);

    /// <summary>Whether an item was revised or taken out after so many events.</summary>
    internal bool IsTouched(string code, int after) => _touched.GetValueOrDefault(code) > after;

    internal void Apply(CatalogueEvent happened, int count)
    {
        switch (happened)
        {
            case CatalogueEvent.ItemAdded { Item: var item }:
                _items.Add(item.Code, item);
                _touched[item.Code] = count;
                break;
            case CatalogueEvent.ItemRevised { Item: var item }:
                _items[item.Code] = item;
                _touched[item.Code] = count;
                break;
            case CatalogueEvent.ItemRemoved removed:
                _items.Remove(removed.Code);
                _touched[removed.Code] = count;
                break;
            case CatalogueEvent.Submitted submitted:
                (Status, ReturnReason, SubmittedAt) = (CatalogueStatus.Submitted, null, count);
                _people.Add(submitted.By);
                break;
            case CatalogueEvent.Returned returned:
                (Status, ReturnReason, Opinion) = (CatalogueStatus.Draft, returned.Reason, null);
                break;
            case CatalogueEvent.Reviewed reviewed:
                (Status, Opinion) = (CatalogueStatus.Reviewed, reviewed.Opinion);
                _people.Add(reviewed.By);
                break;
            case CatalogueEvent.Reported reported:
                Status = CatalogueStatus.Reported;
                _people.Add(reported.By);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(happened));
        }
    }
}
