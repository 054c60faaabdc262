using System.Collections.Immutable;
using RandomInspection.Catalogue;
using RandomInspection.Credit;
using RandomInspection.Directories;
using RandomInspection.Disclosure;
using RandomInspection.Drawing;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.Supervision;

namespace RandomInspection;

/// <summary>One fold of the log into every row of this library's views: what was written with the events can be thrown away and made anew.</summary>
/// <remarks>
/// Rows are folded stream by stream, the streams of one kind after those of another as <see cref="Kinds"/> says; within a kind the
/// order does not matter. It remembers the departments and draws of tasks, and nothing else: memory is that of the largest stream.
/// </remarks>
public sealed class DomainViews
{
    private readonly EventCodec _codec;
    private readonly ImmutableArray<IViewProjection> _projections;

    /// <summary>A fold that has seen no stream yet.</summary>
    /// <param name="codec">The events of the log.</param>
    /// <param name="hashes">The hashes that openings may name.</param>
    public DomainViews(EventCodec codec, DrawHashes hashes)
    {
        ArgumentNullException.ThrowIfNull(codec);
        ArgumentNullException.ThrowIfNull(hashes);
        _codec = codec;
        PlanProjection plans = new();
        TaskProjection tasks = new(plans);
        _projections =
        [
            new CatalogueProjection(),
            plans,
            new EmbargoProjection(),
            tasks,
            new JointOfferProjection(plans),
            new CeremonyProjection(hashes, DrawWorkflow.Stream("D")[..^1], typeof(DrawView)),
            new CeremonyProjection(hashes, DrawWorkflow.Stream("M")[..^1], typeof(MatchView)),
            new ListProjection(tasks),
            new VisitProjection(),
            new RecusalProjection(),
            new SpecialDirectoryProjection(),
            new FeedbackProjection(),
            new AttemptProjection(),
            new DishonestyProjection(),
            new ObligationProjection(),
            new DisclosedProjection(),
            new CheckpointProjection(),
        ];
    }

    /// <summary>What the names of streams begin with that have rows, for example <c>plan/</c>, or the whole name where it ends in no slash; in the order in which they are folded.</summary>
    public ImmutableArray<string> Kinds => [.. _projections.Select(p => p.Prefix).Distinct()];

    /// <summary>The views that it makes.</summary>
    public ImmutableArray<Type> Views => [.. _projections.SelectMany(p => p.Views)];

    /// <summary>Whether a stream's rows follow from it alone: then it may be folded in any order, and by several threads side by side.</summary>
    /// <param name="stream">The stream's name.</param>
    public bool StandsAlone(string stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Of(stream).All(p => p.StandsAlone);
    }

    /// <summary>The rows of one stream; none if streams of its kind have no rows.</summary>
    /// <param name="entries">All entries of the stream in order, 1 or more.</param>
    /// <exception cref="InvalidOperationException">An event does not read, or the events do not follow from one another.</exception>
    public ImmutableArray<IView> Fold(IReadOnlyList<LedgerEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return Fold(entries, [.. entries.Select(_codec.Decode)]);
    }

    /// <summary>The rows of one stream whose events are decoded already.</summary>
    /// <param name="entries">All entries of the stream in order, 1 or more.</param>
    /// <param name="events">Their events.</param>
    /// <exception cref="InvalidOperationException">The events do not follow from one another.</exception>
    public ImmutableArray<IView> Fold(IReadOnlyList<LedgerEntry> entries, IReadOnlyList<object> events)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(events);
        ArgumentOutOfRangeException.ThrowIfZero(entries.Count, nameof(entries));
        try
        {
            return
            [
                .. Of(entries[0].Stream).SelectMany(p => p.Fold(entries, events)),
            ];
        }
        catch (Exception e) when (e is InvalidCastException or ArgumentException or KeyNotFoundException or FormatException or RefusalException or NullReferenceException)
        {
            throw new InvalidOperationException($"The events of {entries[0].Stream} do not follow from one another: {e.Message}", e);
        }
    }

    private IEnumerable<IViewProjection> Of(string stream) => _projections.Where(p => stream.StartsWith(p.Prefix, StringComparison.Ordinal));
}
