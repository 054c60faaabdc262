using System.Collections.Immutable;
using System.Linq.Expressions;
using RandomInspection.Directories;
using RandomInspection.Disclosure;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Supervision;

/// <summary>Reads what supervision is about.</summary>
/// <param name="ledger">The log.</param>
/// <param name="views">The rows.</param>
/// <param name="subjects">The subject directory.</param>
/// <param name="inspectors">The inspector directory.</param>
/// <param name="calendars">The calendar in use.</param>
/// <param name="codec">The events of the log.</param>
public sealed class SupervisionReader(
    ILedger ledger, IViews views, ISubjectDirectory subjects, IInspectorDirectory inspectors, CalendarInUse calendars, EventCodec codec)
{
    private const int Portion = 5000;

    private Reading? _last;

    /// <summary>The rows as they stand now.</summary>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <remarks>
    /// Reads every row of the views and the visited subjects once: O(visits + seats + duties). Rows change with the log alone, so as long as neither
    /// log grows the last reading is given again: O(1).
    /// </remarks>
    public async Task<SupervisionRows> ReadAsync(CancellationToken cancellation)
    {
        LogHeads heads = await LogHeads.OfAsync(ledger, cancellation);
        if (Volatile.Read(ref _last) is { } last && last.Heads == heads)
        {
            return last.Rows;
        }

        SupervisionRows rows = await ReadAnewAsync(cancellation);
        if (await LogHeads.OfAsync(ledger, cancellation) == heads)
        {
            Volatile.Write(ref _last, new Reading(heads, rows)); // what was written meanwhile may be in some rows and not in others
        }

        return rows;
    }

    private async Task<SupervisionRows> ReadAnewAsync(CancellationToken cancellation)
    {
        ImmutableArray<VisitView> visits = await AllAsync<VisitView>(cancellation);
        ImmutableArray<SeatView> seats = await AllAsync<SeatView>(cancellation);
        ImmutableArray<Inspector>.Builder staff = ImmutableArray.CreateBuilder<Inspector>();
        await foreach (Inspector inspector in inspectors.ReadAsync(null, cancellation))
        {
            staff.Add(inspector);
        }

        return new SupervisionRows
        {
            Plans = await AllAsync<PlanView>(cancellation),
            Tasks = [.. (await AllAsync<TaskView>(cancellation)).Where(task => !task.Removed)],
            Draws = await AllAsync<DrawView>(cancellation),
            Visits = visits,
            Seats = seats,
            Changes = await AllAsync<ReplacementView>(cancellation),
            Obligations = [.. (await AllAsync<ObligationView>(cancellation)).Where(duty => duty.Status is not (ObligationStatus.Exempt or ObligationStatus.Lapsed))],
            Assignments = await AssignmentsAsync(seats, visits, cancellation),
            Subjects = await subjects.CountAsync(cancellation),
            Classes = await ClassesAsync(visits, cancellation),
            Inspectors = staff.DrainToImmutable(),
            Calendar = (await calendars.ReadAsync(cancellation)).Calendar,
        };
    }

    private async Task<ImmutableArray<T>> AllAsync<T>(CancellationToken cancellation)
        where T : class, IView
    {
        Expression<Func<T, object?>> order = row => row.Key;
        return await views.QueryAllAsync(new Specification<T>(_ => true, order), cancellation);
    }

    /// <summary>An assignment is in a seat that the match left empty, in a visit to a reserve, or in place of an officer who left: only those streams are read.</summary>
    private async Task<ImmutableArray<DirectAssignment>> AssignmentsAsync(
        ImmutableArray<SeatView> seats, ImmutableArray<VisitView> visits, CancellationToken cancellation)
    {
        HashSet<string> shortMatches = [.. (await AllAsync<MatchView>(cancellation)).Where(match => match.Missing > 0).Select(match => match.Key)];
        HashSet<string> changed = [.. seats.Where(seat => seat.Replaced).Select(seat => seat.Visit)];
        ImmutableArray<DirectAssignment>.Builder assigned = ImmutableArray.CreateBuilder<DirectAssignment>();
        foreach (VisitView visit in visits.Where(visit => shortMatches.Contains(visit.Match) || visit.Key == visit.JointVisit || changed.Contains(visit.Key)))
        {
            foreach (LedgerEntry entry in await ledger.ReadStreamAsync(VisitWorkflow.Stream(visit.Key), cancellation))
            {
                if (codec.Decode(entry) is VisitEvent.OfficerAssigned happened)
                {
                    assigned.Add(new DirectAssignment(visit.Key, happened.Inspector, happened.Approver, !string.IsNullOrWhiteSpace(happened.Reason), entry.At));
                }
            }
        }

        return assigned.DrainToImmutable();
    }

    private async Task<ImmutableDictionary<string, string>> ClassesAsync(ImmutableArray<VisitView> visits, CancellationToken cancellation)
    {
        ImmutableDictionary<string, string>.Builder classes = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (string[] codes in visits.Select(visit => visit.SubjectCode).Distinct(StringComparer.Ordinal).Chunk(Portion))
        {
            foreach ((string code, Subject subject) in await subjects.FindAsync(codes, cancellation))
            {
                classes[code] = subject.CreditClass;
            }
        }

        return classes.ToImmutable();
    }

    /// <summary>Rows, and how far the logs had grown when they were read.</summary>
    private sealed record Reading(LogHeads Heads, SupervisionRows Rows);
}
