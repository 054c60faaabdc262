using RandomInspection.Ledger;

namespace RandomInspection.Inspections;

/// <summary>Visits that one transaction changes, each read once, with what happens to it.</summary>
/// <param name="visits">Where they are read from.</param>
internal sealed class ChangedVisits(VisitWorkflow visits)
{
    private readonly Dictionary<string, (Visit Visit, int Version, List<VisitEvent> Events)> _changed = new(StringComparer.Ordinal);

    /// <summary>The rows as they are afterwards.</summary>
    public IEnumerable<IView> Rows => _changed.Values.SelectMany(changed => new IView[] { VisitView.Of(changed.Visit) }.Concat(SeatView.Of(changed.Visit)));

    /// <summary>Adds a visit that is new.</summary>
    public void Begin(VisitEvent.Planned planned) => _changed.Add(planned.Visit, (Visit.Begin(planned), 0, [planned]));

    /// <summary>Lets something happen to a visit.</summary>
    public async Task HappenAsync(string visit, Func<Visit, VisitEvent> step, CancellationToken cancellation)
    {
        if (!_changed.TryGetValue(visit, out (Visit Visit, int Version, List<VisitEvent> Events) changed))
        {
            (Visit read, int version) = await visits.ReadAsync(visit, cancellation);
            _changed.Add(visit, changed = (read, version, []));
        }

        changed.Events.Add(step(changed.Visit));
    }

    /// <summary>What is appended to their streams.</summary>
    public IEnumerable<StreamAppend> Appends(EventCodec codec) =>
        _changed.Select(changed => new StreamAppend(VisitWorkflow.Stream(changed.Key), changed.Value.Version, [.. changed.Value.Events.Select(codec.Encode)]));
}
