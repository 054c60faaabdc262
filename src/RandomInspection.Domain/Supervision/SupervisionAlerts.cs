using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.Calendars;
using RandomInspection.Calendars;
using RandomInspection.Directories;
using RandomInspection.Inspections;
using RandomInspection.Planning;

namespace RandomInspection.Supervision;

/// <summary>Finds what a supervisor should look at: a pure fold of the rows.</summary>
public static class SupervisionAlerts
{
    /// <summary>The alerts of a scope on a day, by kind, then by department, then by what they are about.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="scope">Department and period: the period bounds visits and tasks of the past, not what is overdue now.</param>
    /// <param name="rules">The numbers.</param>
    /// <param name="today">Today.</param>
    /// <remarks>O(rows · log rows).</remarks>
    public static ImmutableArray<SupervisionAlert> Of(SupervisionRows rows, SupervisionScope scope, AlertRules rules, LocalDate today)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(rules);
        return
        [
            .. TooOften(rows, scope, rules)
                .Concat(Clean(rows, scope, rules))
                .Concat(Overdue(rows, scope, today))
                .Concat(AdHoc(rows, scope, rules))
                .Concat(Certificates(rows, scope, rules, today))
                .Concat(Pools(rows, scope, rules, today))
                .Concat(Calendar(rows, today))
                .Concat(Plans(rows, scope, rules, today))
                .Concat(Approvals(rows, scope, rules, today))
                .Concat(Rechecks(rows, scope, today))
                .Concat(Referrals(rows, scope, rules, today))
                .OrderBy(alert => alert.Kind).ThenBy(alert => alert.DepartmentId, StringComparer.Ordinal).ThenBy(alert => alert.About, StringComparer.Ordinal)
                .ThenBy(alert => alert.Span).ThenBy(alert => alert.On).ThenBy(alert => alert.Officer, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<SupervisionAlert> TooOften(SupervisionRows rows, SupervisionScope scope, AlertRules rules)
    {
        foreach (IGrouping<string, VisitView> subject in rows.Visits.Where(visit => visit.ConcludedOn is { } on && scope.Contains(on)).GroupBy(visit => visit.SubjectCode, StringComparer.Ordinal))
        {
            if (!subject.Any(visit => scope.IsAbout(visit.DepartmentId)))
            {
                continue;
            }

            LocalDate[] doors = [.. subject.GroupBy(SupervisionFigures.DoorOf).Select(door => door.Min(visit => visit.ConcludedOn!.Value))];
            foreach ((AlertSpan span, int limit) in ((AlertSpan, int)[])[(AlertSpan.Day, rules.VisitsADay), (AlertSpan.Week, rules.VisitsAWeek), (AlertSpan.Month, rules.VisitsAMonth)])
            {
                foreach (IGrouping<LocalDate, LocalDate> time in doors.GroupBy(day => Beginning(day, span)).Where(time => time.Count() > limit))
                {
                    yield return new SupervisionAlert(AlertKind.VisitedTooOften, null, subject.Key, time.Count(), limit, time.Key, Span: span);
                }
            }
        }
    }

    private static LocalDate Beginning(LocalDate day, AlertSpan span) => span switch
    {
        AlertSpan.Day => day,
        AlertSpan.Week => day.PlusDays(IsoDayOfWeek.Monday - day.DayOfWeek),
        AlertSpan.Month => new LocalDate(day.Year, day.Month, 1),
        _ => throw new ArgumentOutOfRangeException(nameof(span)),
    };

    private static IEnumerable<SupervisionAlert> Clean(SupervisionRows rows, SupervisionScope scope, AlertRules rules)
    {
        foreach (var own in rows.Seats.Where(seat => !seat.Replaced && seat.ConcludedOn is not null && scope.IsAbout(seat.DepartmentId))
            .GroupBy(seat => (seat.SubjectCode, seat.DepartmentId, seat.Inspector)))
        {
            SeatView[] last =
            [
                .. own.GroupBy(seat => (seat.Match, seat.JointVisit)).Select(door => door.OrderBy(seat => seat.Conclusion == Conclusion.NoProblemFound).First())
                    .OrderByDescending(seat => seat.ConcludedOn).ThenByDescending(seat => seat.Visit, StringComparer.Ordinal)
                    .TakeWhile(seat => seat.Conclusion == Conclusion.NoProblemFound),
            ];
            if (last.Length >= rules.CleanVisits && scope.Contains(last[0].ConcludedOn!.Value))
            {
                yield return new SupervisionAlert(
                    AlertKind.CleanVisitsByOneOfficer, own.Key.DepartmentId, own.Key.SubjectCode, last.Length, rules.CleanVisits - 1, last[0].ConcludedOn, own.Key.Inspector);
            }
        }
    }

    private static IEnumerable<SupervisionAlert> Overdue(SupervisionRows rows, SupervisionScope scope, LocalDate today) =>
        rows.Obligations.Where(duty => duty.PublishedAt is null && scope.IsAbout(duty.DepartmentId)).Select(duty => (Duty: duty, Last: duty.LastDayBy(rows.Calendar)))
            .Where(open => open.Last < today)
            .Select(open => new SupervisionAlert(AlertKind.PublicationOverdue, open.Duty.DepartmentId, open.Duty.Key, Period.DaysBetween(open.Last, today), 0, open.Last))
            .Concat(rows.Visits.Where(visit => visit.Status is VisitStatus.Planned or VisitStatus.Underway && visit.To < today && scope.IsAbout(visit.DepartmentId))
                .Select(visit => new SupervisionAlert(AlertKind.VisitOverdue, visit.DepartmentId, visit.Key, Period.DaysBetween(visit.To, today), 0, visit.To)));

    /// <summary>By the plans' own limits (三(五)): tasks of a superior are none of the department's making.</summary>
    private static IEnumerable<SupervisionAlert> AdHoc(SupervisionRows rows, SupervisionScope scope, AlertRules rules)
    {
        Dictionary<string, PlanView> plans = rows.Plans.ToDictionary(plan => plan.Key, StringComparer.Ordinal);
        return rows.Tasks.Where(task => task.PlanStatus == PlanStatus.Approved && scope.IsAbout(task.DepartmentId) && scope.Contains(task.To))
            .Select(task => (task.DepartmentId, Plan: plans.GetValueOrDefault(task.PlanId))).Where(task => task.Plan?.Ground != TaskGround.SuperiorTask)
            .GroupBy(task => task.DepartmentId, task => task.Plan, StringComparer.Ordinal)
            .Select(department => (Department: department.Key, Share: Ratio.Of([.. department], plan => plan?.Kind == PlanKind.AdHoc)))
            .Where(department => rules.Plans.IsShareTooLarge((int)department.Share.Numerator, (int)(department.Share.Denominator - department.Share.Numerator)))
            .Select(department => new SupervisionAlert(
                AlertKind.ManyAdHocTasks, department.Department, department.Department, department.Share.Permille!.Value / 10, rules.Plans.MostAdHocPercent));
    }

    private static IEnumerable<SupervisionAlert> Certificates(SupervisionRows rows, SupervisionScope scope, AlertRules rules, LocalDate today) =>
        rows.Inspectors.Where(inspector => Counts(inspector) && scope.IsAbout(inspector.DepartmentId) && !inspector.Certificates.IsEmpty)
            .Select(inspector => (Inspector: inspector, Last: inspector.Certificates.Max(certificate => certificate.ValidTo)))
            .Where(own => own.Last <= today.PlusDays(rules.CertificateDays))
            .Select(own => new SupervisionAlert(
                AlertKind.CertificateExpiring, own.Inspector.DepartmentId, own.Inspector.Id, Period.DaysBetween(today, own.Last), rules.CertificateDays, own.Last));

    private static IEnumerable<SupervisionAlert> Pools(SupervisionRows rows, SupervisionScope scope, AlertRules rules, LocalDate today)
    {
        ILookup<string, Inspector> able = rows.Inspectors
            .Where(inspector => Counts(inspector) && inspector.Certificates.Any(certificate => certificate.ValidFrom <= today && today <= certificate.ValidTo))
            .ToLookup(inspector => inspector.DepartmentId, StringComparer.Ordinal);
        return rows.Tasks.Where(task => task.PlanStatus == PlanStatus.Approved && task.To >= today && scope.IsAbout(task.DepartmentId))
            .Select(task => task.DepartmentId).Distinct(StringComparer.Ordinal)
            .Where(department => able[department].Count() < rules.LeastPool)
            .Select(department => new SupervisionAlert(AlertKind.SmallPool, department, department, able[department].Count(), rules.LeastPool));
    }

    private static IEnumerable<SupervisionAlert> Calendar(SupervisionRows rows, LocalDate today)
    {
        NoticeWatch watch = NoticeWatch.On(today, rows.Calendar.Coverage);
        return watch.MissingYear is { } year
            ? [new SupervisionAlert(AlertKind.CalendarYearMissing, null, year.ToString(CultureInfo.InvariantCulture), year, year)]
            : [];
    }

    /// <summary>The annual plan is due (三(五)); a department that had one before and has none submitted this year is late.</summary>
    private static IEnumerable<SupervisionAlert> Plans(SupervisionRows rows, SupervisionScope scope, AlertRules rules, LocalDate today)
    {
        LocalDate due = rules.Plans.DueOn(today.Year);
        PlanView[] annual = [.. rows.Plans.Where(plan => plan.Kind == PlanKind.Annual && scope.IsAbout(plan.DepartmentId))];
        return today <= due
            ? []
            : annual.GroupBy(plan => plan.DepartmentId, StringComparer.Ordinal)
                .Where(department => !department.Any(plan => plan.Year == today.Year && plan.Status != PlanStatus.Draft))
                .Select(department => new SupervisionAlert(
                    AlertKind.PlanOverdue,
                    department.Key,
                    department.Where(plan => plan.Year == today.Year).Select(plan => plan.Key).FirstOrDefault() ?? department.Key,
                    Period.DaysBetween(due, today),
                    0,
                    due));
    }

    /// <summary>A visit that began in an emergency is approved afterwards, within the profile's limit (国办发〔2024〕54号).</summary>
    private static IEnumerable<SupervisionAlert> Approvals(SupervisionRows rows, SupervisionScope scope, AlertRules rules, LocalDate today) =>
        rows.Visits.Where(visit => visit.ApprovalIsOwed && scope.IsAbout(visit.DepartmentId))
            .Select(visit => (Visit: visit, Due: rules.ApprovalDueOn(visit.BegunOn!.Value, rows.Calendar)))
            .Where(owed => owed.Due < today)
            .Select(owed => new SupervisionAlert(AlertKind.ApprovalOverdue, owed.Visit.DepartmentId, owed.Visit.Key, Period.DaysBetween(owed.Due, today), 0, owed.Due));

    /// <summary>What was ordered is followed until it is closed (三(七)).</summary>
    private static IEnumerable<SupervisionAlert> Rechecks(SupervisionRows rows, SupervisionScope scope, LocalDate today) =>
        rows.Visits.Where(visit => visit.RecheckDueOn < today && scope.IsAbout(visit.DepartmentId))
            .Select(visit => new SupervisionAlert(
                AlertKind.RecheckOverdue, visit.DepartmentId, visit.Key, Period.DaysBetween(visit.RecheckDueOn!.Value, today), 0, visit.RecheckDueOn));

    /// <summary>无法联系 is referred to the registration authority within the profile's limit.</summary>
    private static IEnumerable<SupervisionAlert> Referrals(SupervisionRows rows, SupervisionScope scope, AlertRules rules, LocalDate today) =>
        rows.Visits.Where(visit => visit.ReferralIsOwed && scope.IsAbout(visit.DepartmentId))
            .Select(visit => (Visit: visit, Due: rules.ReferralDueOn(visit.ConcludedOn!.Value, rows.Calendar)))
            .Where(owed => owed.Due < today)
            .Select(owed => new SupervisionAlert(AlertKind.ReferralOverdue, owed.Visit.DepartmentId, owed.Visit.Key, Period.DaysBetween(owed.Due, today), 0, owed.Due));

    /// <summary>Whether somebody can be matched at all, certificates aside.</summary>
    private static bool Counts(Inspector inspector) =>
        inspector.Status == InspectorStatus.Active && inspector.Kind is InspectorKind.Officer or InspectorKind.CertifiedStaff;
}
