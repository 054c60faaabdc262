using System.Collections.Immutable;
using NodaTime;

namespace RandomInspection.Catalogue;

/// <summary>随机抽查事项清单：a department's items, version by version: prepared, reviewed by the judicial administration, reported to the coordinating group, published.</summary>
/// <remarks>
/// A published version never changes; the next one is prepared beside it and takes its place on its first day. A change of the law is
/// noted when it is known, and every item that rests on it is revised or taken out before a version is submitted again.
/// A command checks the rule and returns its event, which is applied at once; a refused command changes nothing.
/// Source: 沈政办发〔2020〕19号 三(二).
/// </remarks>
public sealed partial class ItemCatalogue
{
    private readonly List<CatalogueVersion> _versions = [];
    private readonly List<BasisChange> _changes = [];
    private readonly List<int> _notedAt = [];
    private int _count;

    private ItemCatalogue(string departmentId)
    {
        DepartmentId = departmentId;
    }

    /// <summary>Whose catalogue it is.</summary>
    public string DepartmentId { get; }

    /// <summary>The published versions, the oldest first.</summary>
    public IReadOnlyList<CatalogueVersion> Versions => _versions;

    /// <summary>The version that was published last, in force already or not; <see langword="null"/> before the first.</summary>
    public CatalogueVersion? Latest => _versions.LastOrDefault();

    /// <summary>The version under way; <see langword="null"/> if none is.</summary>
    public CatalogueDraft? Draft { get; private set; }

    /// <summary>The changes of the law that were noted, in order.</summary>
    public IReadOnlyList<BasisChange> Changes => _changes;

    /// <summary>Those of them that no published version answers yet.</summary>
    public IEnumerable<BasisChange> OpenChanges => _changes.Where(change => change.AnsweredBy is null);

    /// <summary>The catalogue that events tell of; without events one that has no version yet.</summary>
    /// <param name="departmentId">Whose it is.</param>
    /// <param name="events">All its events in order.</param>
    public static ItemCatalogue Replay(string departmentId, IEnumerable<CatalogueEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        ItemCatalogue catalogue = new(departmentId);
        foreach (CatalogueEvent happened in events)
        {
            catalogue.Apply(happened);
        }

        return catalogue;
    }

    /// <summary>Begins a version, from the items of the one before.</summary>
    /// <param name="reason">Why, 1 to 200 characters.</param>
    /// <param name="by">Who.</param>
    /// <exception cref="TransitionRefusedException">A version is under way (RI2420).</exception>
    /// <exception cref="InputRefusedException">The reason is missing (RI2421).</exception>
    public CatalogueEvent.Begun Begin(string reason, string by)
    {
        if (Draft is not null)
        {
            throw WrongState("编制新版本", "beginning a version");
        }

        return Raise(new CatalogueEvent.Begun(DepartmentId, _versions.Count + 1, Text(reason, "编制理由", "Reason"), by));
    }

    /// <summary>Adds an item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="rules">The profile's rules.</param>
    /// <param name="isOthers">Whether a code is another department's.</param>
    /// <exception cref="TransitionRefusedException">No version is being prepared (RI2420).</exception>
    /// <exception cref="InputRefusedException">The code is taken (RI2423), or the item is malformed (RI2421, RI2424, RI2425).</exception>
    public CatalogueEvent.ItemAdded Add(InspectionItem item, CatalogueRules rules, Func<string, bool> isOthers)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(isOthers);
        CatalogueDraft draft = Require("添加事项", "adding an item", CatalogueStatus.Draft);
        InspectionItem added = Checked(item, rules);
        return draft.Find(added.Code) is null && !isOthers(added.Code)
            ? Raise(new CatalogueEvent.ItemAdded(added))
            : throw CatalogueRefusals.CodeTaken.Refuse(("item", added.Code));
    }

    /// <summary>Revises an item. It may stay as it is where only its law was read again: that answers a change noted before.</summary>
    /// <param name="item">The item as it is to be.</param>
    /// <param name="rules">The profile's rules.</param>
    /// <exception cref="TransitionRefusedException">No version is being prepared (RI2420).</exception>
    /// <exception cref="InputRefusedException">There is no such item (RI2422), or it is malformed (RI2421, RI2424, RI2425).</exception>
    public CatalogueEvent.ItemRevised Revise(InspectionItem item, CatalogueRules rules)
    {
        ArgumentNullException.ThrowIfNull(item);
        CatalogueDraft draft = Require("修改事项", "revising an item", CatalogueStatus.Draft);
        InspectionItem revised = Checked(item, rules);
        return draft.Find(revised.Code) is not null
            ? Raise(new CatalogueEvent.ItemRevised(revised))
            : throw CatalogueRefusals.UnknownItem.Refuse(("item", revised.Code));
    }

    /// <summary>Takes an item out.</summary>
    /// <param name="code">Its code.</param>
    /// <exception cref="TransitionRefusedException">No version is being prepared (RI2420).</exception>
    /// <exception cref="InputRefusedException">There is no such item (RI2422).</exception>
    public CatalogueEvent.ItemRemoved Remove(string code)
    {
        CatalogueDraft draft = Require("删除事项", "removing an item", CatalogueStatus.Draft);
        return draft.Find(code) is not null ? Raise(new CatalogueEvent.ItemRemoved(code)) : throw CatalogueRefusals.UnknownItem.Refuse(("item", code));
    }

    /// <summary>Notes that the law changed: a new version is due.</summary>
    /// <param name="law">What changed, with article and document, 1 to 200 characters.</param>
    /// <param name="changedOn">The day on which the change takes effect.</param>
    /// <param name="items">The published items that rest on it, by code, 1 or more.</param>
    /// <param name="by">Who notes it.</param>
    /// <param name="today">Today: the change lies within a year of it.</param>
    /// <exception cref="InputRefusedException">The law is not said (RI2421), no item is named or one is not published (RI2422), or the day is out of range (RI2428).</exception>
    /// <remarks>Source: 沈政办发〔2020〕19号 三(二), “根据监管事项依据的变化进行动态管理”.</remarks>
    public CatalogueEvent.BasisChanged NoteChange(string law, LocalDate changedOn, ImmutableArray<string> items, string by, LocalDate today)
    {
        ImmutableArray<string> named = items.IsDefault ? [] : [.. items.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        string text = Text(law, "依据的变化", "The change");
        if (named.FirstOrDefault(code => Latest?.Items.Any(i => i.Code == code) != true, named.IsEmpty ? "–" : null) is { } unknown)
        {
            throw CatalogueRefusals.UnknownItem.Refuse(("item", unknown));
        }

        return changedOn >= today.PlusYears(-1) && changedOn <= today.PlusYears(1)
            ? Raise(new CatalogueEvent.BasisChanged(_changes.Count + 1, text, changedOn, named, by))
            : throw CatalogueRefusals.DayOutOfRange.Refuse(("day", $"{changedOn:R}"), ("least", $"{today.PlusYears(-1):R}"), ("most", $"{today.PlusYears(1):R}"));
    }
}
