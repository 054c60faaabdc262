using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using RandomInspection.Ledger;

namespace RandomInspection.Web.Operations;

/// <summary>What a host can be watched by: counters of the public log. OpenTelemetry and <c>dotnet-counters</c> read them under <see cref="MeterName"/>.</summary>
/// <remarks>
/// The sealed log is not counted and no figure names a person, a firm or a task: a surprise inspection shows in no figure before it ends.
/// Requests, connections and the database have meters of their own (<c>Microsoft.AspNetCore.*</c>, <c>Npgsql</c>).
/// </remarks>
public sealed class RandomInspectionTelemetry : ILedgerObserver
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "RandomInspection";

    private readonly Counter<long> _entries;

    /// <summary>Makes the meter.</summary>
    /// <param name="meters">The host's meters.</param>
    public RandomInspectionTelemetry(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        Meter meter = meters.Create(MeterName);
        _entries = meter.CreateCounter<long>("random_inspection.ledger.entries", "{entry}", "Entries written to the public log by this host since its start, by type of event.");
    }

    /// <inheritdoc />
    public void Written(ImmutableArray<LedgerEntry> entries)
    {
        foreach (IGrouping<string, LedgerEntry> ofType in entries.Where(e => e.Log == LedgerLog.Public).GroupBy(e => e.Type))
        {
            _entries.Add(ofType.Count(), new KeyValuePair<string, object?>("event.type", ofType.Key));
        }
    }
}
