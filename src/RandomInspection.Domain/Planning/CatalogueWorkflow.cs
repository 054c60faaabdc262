using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Catalogue;
using RandomInspection.Ledger;

namespace RandomInspection.Planning;

/// <summary>A department's catalogue, step by step: each method is one transaction.</summary>
/// <remarks>Roles and departments are checked here, the catalogue's own rules in <see cref="ItemCatalogue"/>.</remarks>
/// <param name="ledger">The log.</param>
/// <param name="views">The rows.</param>
/// <param name="rules">The profile's rules.</param>
/// <param name="codec">The events of the log.</param>
public sealed class CatalogueWorkflow(ILedger ledger, IViews views, CatalogueRules rules, EventCodec codec)
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    /// <summary>A department's catalogue; one that has no version yet is empty.</summary>
    /// <param name="departmentId">The department.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public async Task<ItemCatalogue> FindAsync(string departmentId, CancellationToken cancellation) => (await ReadAsync(departmentId, cancellation)).Catalogue;

    /// <summary>Begins a version of a department's catalogue.</summary>
    /// <param name="acting">A drafter of the department.</param>
    /// <param name="departmentId">The department.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="ItemCatalogue.Begin"/>; role (RI2013).</exception>
    public Task BeginAsync(Acting acting, string departmentId, string reason, CancellationToken cancellation) =>
        StepAsync(acting, departmentId, CatalogueSteps.Begin, reason, catalogue => catalogue.Begin(reason, acting.Person.Id), cancellation);

    /// <summary>Adds an item to a department's version.</summary>
    /// <param name="acting">A drafter of the department.</param>
    /// <param name="departmentId">The department.</param>
    /// <param name="item">The item.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="ItemCatalogue.Add"/>; role (RI2013).</exception>
    public async Task AddAsync(Acting acting, string departmentId, InspectionItem item, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(acting);
        HashSet<string> others = await OthersAsync(departmentId, cancellation);
        await StepAsync(acting, departmentId, CatalogueSteps.AddItem, null, catalogue => catalogue.Add(item, rules, others.Contains), cancellation);
    }

    /// <summary>Prepares items that another system has, in one transaction: a version is begun if none is under way, items are added and revised, and of a full list those that are not named taken out.</summary>
    /// <exception cref="RefusalException">As <see cref="BeginAsync"/>, <see cref="AddAsync"/>, <see cref="ReviseAsync"/> and <see cref="RemoveAsync"/>: above all, that the version is submitted already.</exception>
    internal async Task PrepareAsync(Acting acting, string departmentId, string reason, ImmutableArray<InspectionItem> items, bool isFull, CancellationToken cancellation)
    {
        Actor actor = acting.As(CatalogueSteps.Begin, departmentId);
        (ItemCatalogue catalogue, int version) = await ReadAsync(departmentId, cancellation);
        HashSet<string> others = await OthersAsync(departmentId, cancellation);
        List<CatalogueEvent> happened = [];
        if (catalogue.Draft is null)
        {
            happened.Add(catalogue.Begin(reason, acting.Person.Id));
        }

        int begun = happened.Count;
        foreach (InspectionItem item in items)
        {
            // Compared as the catalogue keeps it: what says the same is no revision.
            if (catalogue.Draft!.Find(item.Code) is not { } before)
            {
                happened.Add(catalogue.Add(item, rules, others.Contains));
            }
            else if (!before.Equals(item))
            {
                happened.Add(catalogue.Revise(item, rules));
            }
        }

        HashSet<string> named = [.. items.Select(item => item.Code)];
        foreach (string code in catalogue.Draft!.Items.Select(item => item.Code).Where(code => isFull && !named.Contains(code)))
        {
            happened.Add(catalogue.Remove(code));
        }

        if (happened.Count > begun)
        {
            await CommitAsync(catalogue, version, happened, actor, acting.At, reason, cancellation);
        }
    }

    /// <summary>The codes of the other departments' items.</summary>
    private async Task<HashSet<string>> OthersAsync(string departmentId, CancellationToken cancellation)
    {
        HashSet<string> others = new(StringComparer.Ordinal);
        foreach (CatalogueView other in await views.QueryAllAsync(new AllCatalogues(), cancellation))
        {
            if (other.Key != departmentId)
            {
                ItemCatalogue catalogue = await FindAsync(other.Key, cancellation);
                others.UnionWith(catalogue.Versions.SelectMany(v => v.Items).Concat(catalogue.Draft?.Items ?? []).Select(i => i.Code));
            }
        }

        return others;
    }

    /// <summary>Revises an item of a department's version.</summary>
    /// <param name="acting">A drafter of the department.</param>
    /// <param name="departmentId">The department.</param>
    /// <param name="item">The item as it is to be.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="ItemCatalogue.Revise"/>; role (RI2013).</exception>
    public Task ReviseAsync(Acting acting, string departmentId, InspectionItem item, CancellationToken cancellation) =>
        StepAsync(acting, departmentId, CatalogueSteps.ReviseItem, null, catalogue => catalogue.Revise(item, rules), cancellation);

    /// <summary>Takes an item out of a department's version.</summary>
    /// <param name="acting">A drafter of the department.</param>
    /// <param name="departmentId">The department.</param>
    /// <param name="code">The item's code.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="ItemCatalogue.Remove"/>; role (RI2013).</exception>
    public Task RemoveAsync(Acting acting, string departmentId, string code, CancellationToken cancellation) =>
        StepAsync(acting, departmentId, CatalogueSteps.RemoveItem, null, catalogue => catalogue.Remove(code), cancellation);

    /// <summary>Submits a department's version to the judicial administration.</summary>
    /// <param name="acting">A drafter of the department.</param>
    /// <param name="departmentId">The department.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="ItemCatalogue.Submit"/>; role (RI2013).</exception>
    public Task SubmitAsync(Acting acting, string departmentId, CancellationToken cancellation) =>
        StepAsync(acting, departmentId, CatalogueSteps.Submit, null, catalogue => catalogue.Submit(acting.Person.Id), cancellation);

    /// <summary>Takes a department's version back before it is published.</summary>
    /// <param name="acting">A drafter of the department.</param>
    /// <param name="departmentId">The department.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="ItemCatalogue.TakeBack"/>; role (RI2013).</exception>
    public Task TakeBackAsync(Acting acting, string departmentId, string reason, CancellationToken cancellation) =>
        StepAsync(acting, departmentId, CatalogueSteps.TakeBack, reason, catalogue => catalogue.TakeBack(reason, acting.Person.Id), cancellation);

    /// <summary>The judicial administration passes a department's version.</summary>
    /// <param name="acting">A judicial reviewer.</param>
    /// <param name="departmentId">The department.</param>
    /// <param name="opinion">What the review found.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="ItemCatalogue.Review"/>; role (RI2013).</exception>
    public Task ReviewAsync(Acting acting, string departmentId, string opinion, CancellationToken cancellation) =>
        StepAsync(acting, departmentId, CatalogueSteps.Review, opinion, catalogue => catalogue.Review(opinion, acting.Person.Id), cancellation);

    /// <summary>The judicial administration sends a department's version back.</summary>
    /// <param name="acting">A judicial reviewer.</param>
    /// <param name="departmentId">The department.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="ItemCatalogue.Return"/>; role (RI2013).</exception>
    public Task ReturnAsync(Acting acting, string departmentId, string reason, CancellationToken cancellation) =>
        StepAsync(acting, departmentId, CatalogueSteps.Return, reason, catalogue => catalogue.Return(reason, acting.Person.Id), cancellation);

    /// <summary>The coordinating group receives a department's version.</summary>
    /// <param name="acting">A person of the coordinating group.</param>
    /// <param name="departmentId">The department.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="ItemCatalogue.Report"/>; role (RI2013).</exception>
    public Task ReportAsync(Acting acting, string departmentId, CancellationToken cancellation) =>
        StepAsync(acting, departmentId, CatalogueSteps.Report, null, catalogue => catalogue.Report(acting.Person.Id), cancellation);

    /// <summary>Publishes a department's version.</summary>
    /// <param name="acting">A publisher of the department.</param>
    /// <param name="departmentId">The department.</param>
    /// <param name="effectiveFrom">The first day on which it is in force.</param>
    /// <param name="channel">Where it was published.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="ItemCatalogue.Publish"/>; role (RI2013).</exception>
    public Task PublishAsync(Acting acting, string departmentId, LocalDate effectiveFrom, string channel, CancellationToken cancellation) => StepAsync(
        acting,
        departmentId,
        CatalogueSteps.Publish,
        null,
        catalogue => catalogue.Publish(effectiveFrom, channel, acting.Person.Id, acting.At, Today(acting)),
        cancellation);

    /// <summary>A department notes that the law changed on which items of its own rest.</summary>
    /// <param name="acting">A drafter of the department.</param>
    /// <param name="departmentId">The department.</param>
    /// <param name="law">What changed, with article and document.</param>
    /// <param name="changedOn">The day on which the change takes effect.</param>
    /// <param name="items">The published items that rest on it, by code.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="InputRefusedException">As <see cref="ItemCatalogue.NoteChange"/>; role (RI2013) or department (RI2012).</exception>
    public Task NoteChangeAsync(
        Acting acting, string departmentId, string law, LocalDate changedOn, ImmutableArray<string> items, CancellationToken cancellation) =>
        NoteAsync(acting, departmentId, CatalogueSteps.NoteChange, law, changedOn, items, cancellation);

    /// <summary>The judicial administration notes that the law changed on which items of a department rest.</summary>
    /// <param name="acting">A judicial reviewer.</param>
    /// <param name="departmentId">The department.</param>
    /// <param name="law">What changed, with article and document.</param>
    /// <param name="changedOn">The day on which the change takes effect.</param>
    /// <param name="items">The published items that rest on it, by code.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="InputRefusedException">As <see cref="ItemCatalogue.NoteChange"/>; role (RI2013).</exception>
    public Task NoteChangeOfAsync(
        Acting acting, string departmentId, string law, LocalDate changedOn, ImmutableArray<string> items, CancellationToken cancellation) =>
        NoteAsync(acting, departmentId, CatalogueSteps.NoteChangeOf, law, changedOn, items, cancellation);

    /// <summary>The day on which somebody acts, as calendars in Beijing show it.</summary>
    /// <param name="acting">Who acts, and when.</param>
    internal static LocalDate Today(Acting acting) => acting.At.InZone(Zone).Date;

    private Task NoteAsync(
        Acting acting, string departmentId, WorkStep step, string law, LocalDate changedOn, ImmutableArray<string> items, CancellationToken cancellation) =>
        StepAsync(acting, departmentId, step, law, catalogue => catalogue.NoteChange(law, changedOn, items, acting.Person.Id, Today(acting)), cancellation);

    private async Task StepAsync(
        Acting acting, string departmentId, WorkStep step, string? reason, Func<ItemCatalogue, CatalogueEvent> command, CancellationToken cancellation)
    {
        Actor actor = acting.As(step, departmentId);
        (ItemCatalogue catalogue, int version) = await ReadAsync(departmentId, cancellation);
        await CommitAsync(catalogue, version, [command(catalogue)], actor, acting.At, reason, cancellation);
    }

    private async Task<(ItemCatalogue Catalogue, int Version)> ReadAsync(string departmentId, CancellationToken cancellation)
    {
        (ImmutableArray<CatalogueEvent> events, int version) =
            await ledger.ReadEventsAsync<CatalogueEvent>(codec, LedgerItemCatalogue.Stream(departmentId), cancellation);
        return (ItemCatalogue.Replay(departmentId, events), version);
    }

    private Task CommitAsync(
        ItemCatalogue catalogue, int version, IEnumerable<CatalogueEvent> happened, Actor actor, Instant at, string? reason, CancellationToken cancellation) =>
        ledger.CommitAsync(
            new LedgerCommit(
                actor,
                at,
                reason,
                [new StreamAppend(LedgerItemCatalogue.Stream(catalogue.DepartmentId), version, [.. happened.Select(codec.Encode)])],
                [CatalogueView.Of(catalogue), .. BasisChangeView.Of(catalogue)]),
            cancellation);
}
