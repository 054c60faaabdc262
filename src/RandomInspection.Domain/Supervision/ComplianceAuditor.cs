using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using NodaTime;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Supervision;

/// <summary>Makes the report of a host: reads the public log once, from the first entry to the last, then what the sealed log holds of secrets that have ended.</summary>
/// <param name="ledger">The log.</param>
/// <param name="views">The rows, for the secrets that have ended.</param>
/// <param name="reader">Reads the rows.</param>
/// <param name="codec">The events of the log.</param>
/// <param name="rules">By when a subject that could not be contacted is referred.</param>
public sealed class ComplianceAuditor(ILedger ledger, IViews views, SupervisionReader reader, EventCodec codec, AlertRules rules)
{
    private const int Portion = 5000;

    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    private Audited? _last;

    /// <summary>The last report if it is of today and neither log has grown since; otherwise a new one.</summary>
    /// <param name="at">Now.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="InvalidOperationException">An entry does not read.</exception>
    /// <remarks>For pages that are looked at again and again. Whoever doubts the store reads it anew by <see cref="AuditAsync"/>, as <c>ri compliance</c> does.</remarks>
    public async Task<ComplianceReport> LatestAsync(Instant at, CancellationToken cancellation)
    {
        LogHeads heads = await LogHeads.OfAsync(ledger, cancellation);
        if (Volatile.Read(ref _last) is { } last && last.Heads == heads && last.Report.Day == at.InZone(Zone).Date)
        {
            return last.Report;
        }

        ComplianceReport report = await AuditAsync(at, cancellation);
        if (await LogHeads.OfAsync(ledger, cancellation) == heads)
        {
            Volatile.Write(ref _last, new Audited(heads, report));
        }

        return report;
    }

    /// <summary>The report as of now, read anew.</summary>
    /// <param name="at">Now.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <param name="progress">Told how many entries were read.</param>
    /// <exception cref="InvalidOperationException">An entry does not read.</exception>
    /// <remarks>O(entries). What is written meanwhile is left aside.</remarks>
    public async Task<ComplianceReport> AuditAsync(Instant at, CancellationToken cancellation, IProgress<long>? progress = null)
    {
        LedgerHead head = await ledger.HeadAsync(LedgerLog.Public, cancellation);
        SupervisionRows rows = await reader.ReadAsync(cancellation);
        ImmutableArray<IComplianceAudit> audits =
        [
            new ExceptionAudit(), new ExchangeAudit(), new CatalogueAudit(), new DirectoryAudit(), new InspectorAudit(), new PlanAudit(), new TeamAudit(),
            new VisitAudit(rules), new PublicationAudit(), new JointAudit(), new CreditAudit(), new TrailAudit(head),
        ];
        await foreach (LedgerEntry entry in EntriesAsync(head, LedgerLog.Public, progress, cancellation))
        {
            See(audits, entry);
        }

        HashSet<string> ended = [.. (await views.QueryAllAsync(new EndedEmbargoes(), cancellation)).Select(embargo => embargo.Number)];
        if (ended.Count > 0)
        {
            await foreach (LedgerEntry entry in EntriesAsync(await ledger.HeadAsync(LedgerLog.Sealed, cancellation), LedgerLog.Sealed, null, cancellation))
            {
                if (ended.Contains(SecretNumbers.Find(entry.Stream) ?? ""))
                {
                    See(audits, entry);
                }
            }
        }

        LocalDate today = at.InZone(Zone).Date;
        return ComplianceReport.Of(today, head, audits.SelectMany(audit => audit.Find(rows, today)));
    }

    private void See(ImmutableArray<IComplianceAudit> audits, LedgerEntry entry)
    {
        object happened = codec.Decode(entry);
        foreach (IComplianceAudit audit in audits)
        {
            audit.See(entry, happened);
        }
    }

    private async IAsyncEnumerable<LedgerEntry> EntriesAsync(LedgerHead head, LedgerLog log, IProgress<long>? progress, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (long read = 0; read < head.Size;)
        {
            ImmutableArray<LedgerEntry> entries = await ledger.ReadAsync(log, read, (int)Math.Min(Portion, head.Size - read), cancellation);
            if (entries.IsEmpty)
            {
                break; // the head says more than there is: the root tells
            }

            foreach (LedgerEntry entry in entries)
            {
                yield return entry;
            }

            read += entries.Length;
            progress?.Report(read);
        }
    }

    /// <summary>A report, and how far the logs had grown when it was made.</summary>
    private sealed record Audited(LogHeads Heads, ComplianceReport Report);
}
