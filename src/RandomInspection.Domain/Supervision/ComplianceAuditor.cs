using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Ledger;

namespace RandomInspection.Supervision;

/// <summary>Makes the report of a host: reads the public log once, from the first entry to the last.</summary>
/// <param name="ledger">The log.</param>
/// <param name="reader">Reads the rows.</param>
/// <param name="codec">The events of the log.</param>
public sealed class ComplianceAuditor(ILedger ledger, SupervisionReader reader, EventCodec codec)
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
            new VisitAudit(), new PublicationAudit(), new JointAudit(), new CreditAudit(), new TrailAudit(head),
        ];
        for (long read = 0; read < head.Size;)
        {
            ImmutableArray<LedgerEntry> entries = await ledger.ReadAsync(LedgerLog.Public, read, (int)Math.Min(Portion, head.Size - read), cancellation);
            if (entries.IsEmpty)
            {
                break; // the head says more than there is: the root tells
            }

            foreach (LedgerEntry entry in entries)
            {
                object happened = codec.Decode(entry);
                foreach (IComplianceAudit audit in audits)
                {
                    audit.See(entry, happened);
                }
            }

            read += entries.Length;
            progress?.Report(read);
        }

        LocalDate today = at.InZone(Zone).Date;
        return ComplianceReport.Of(today, head, audits.SelectMany(audit => audit.Find(rows, today)));
    }

    /// <summary>A report, and how far the logs had grown when it was made.</summary>
    private sealed record Audited(LogHeads Heads, ComplianceReport Report);
}
