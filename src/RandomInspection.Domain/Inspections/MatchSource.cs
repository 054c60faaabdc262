using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Catalogue;
using RandomInspection.Directories;
using RandomInspection.Ledger;
using RandomInspection.Matching;
using RandomInspection.Planning;

namespace RandomInspection.Inspections;

/// <summary>Takes the problem of a match from the drawn list, the inspector directory, the recusals and the history.</summary>
/// <param name="views">The rows.</param>
/// <param name="inspectors">The inspector directory.</param>
/// <param name="subjects">The subject directory.</param>
/// <param name="catalogue">The items, whose departments their qualifications belong to.</param>
/// <param name="rotation">The rules over history.</param>
/// <param name="staff">The departments and who is below whom; <see langword="null"/> if nobody is.</param>
internal sealed class MatchSource(
    IViews views, IInspectorDirectory inspectors, ISubjectDirectory subjects, IItemCatalogue catalogue, RotationRules rotation, IStaff? staff)
{
    /// <summary>The problem as of now, with the visits it staffs, the directory's version and who is not in it.</summary>
    public async Task<TakenProblem> TakeAsync(IReadOnlyList<(TaskView Row, ImmutableArray<string> List)> tasks, MatchRequest request, CancellationToken cancellation)
    {
        Check(tasks[0].Row, request);
        DrawnTask[] drawn = [.. tasks.Select(task => new DrawnTask(task.Row.Key, task.Row.DepartmentId, Window(task.Row, tasks[0].Row, request), task.List))];
        ImmutableArray<JointVisit> planned = VisitPlanner.Plan(drawn);
        ImmutableDictionary<string, Subject> known = await subjects.FindAsync([.. planned.Select(v => v.SubjectCode).Distinct()], cancellation);
        string[] departments = [.. drawn.Select(t => t.DepartmentId).Distinct()];
        ImmutableDictionary<string, string> actsFor = ActsFor(departments, request);
        (List<Inspector> all, long version) = await InspectorsAsync(actsFor.Keys, cancellation);
        Dictionary<string, int> priors = await PriorsAsync(departments, request, cancellation);
        MatchInspector[] matched = [.. all.Where(i => ReasonNotMatched(i) is null).Select(i => Of(i, actsFor[i.DepartmentId], request, priors.GetValueOrDefault(i.Id)))];
        foreach (string department in departments)
        {
            if (matched.All(i => i.Department != department))
            {
                throw TeamRefusals.NoInspectors.Refuse(("department", department));
            }
        }

        PublishedItems items = await catalogue.ReadAsync(request.From, cancellation);
        Dictionary<string, string> departmentOf = drawn.ToDictionary(t => t.TaskId, t => t.DepartmentId, StringComparer.Ordinal);
        IEnumerable<MatchVisit> visits = planned.Select(visit => new MatchVisit(
            visit.Id, visit.Window, visit.Tasks.Select(t => departmentOf[t]).Distinct().Select(d => Need(d, request, items, known.GetValueOrDefault(visit.SubjectCode)))));
        Dictionary<string, string[]> visitsOf = planned.GroupBy(v => v.SubjectCode, v => v.Id, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
        HashSet<string> ids = [.. matched.Select(i => i.Id)];
        IEnumerable<MatchExclusion> exclusions = (await ExclusionsAsync(departments, actsFor.Keys, visitsOf, request, cancellation)).Where(e => ids.Contains(e.Inspector));
        ImmutableSortedDictionary<string, int> notMatched = all.Select(ReasonNotMatched).OfType<string>()
            .GroupBy(reason => reason, StringComparer.Ordinal).ToImmutableSortedDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        return new TakenProblem(
            MatchProblem.Of(visits, matched, exclusions, loadPolicy: request.LoadPolicy), planned, VisitPlanner.Saved(drawn, planned), version, notMatched);
    }

    /// <summary>A frozen problem with the leave, the certificates and the recusals of now, for a replacement.</summary>
    /// <param name="frozen">The problem as it was frozen.</param>
    /// <param name="visitsOf">The visits by subject, those to reserves included.</param>
    /// <param name="takenOver">Visits to reserves, which came after the problem was frozen: each adds a place of its own.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public async Task<MatchProblem> RenewAsync(
        MatchProblem frozen, IReadOnlyDictionary<string, string[]> visitsOf, IReadOnlyCollection<ReservePlace> takenOver, CancellationToken cancellation)
    {
        string[] departments = [.. frozen.Inspectors.Select(i => i.Department).Distinct()];
        ImmutableDictionary<string, Inspector> now = await inspectors.FindAsync([.. frozen.Inspectors.Select(i => i.Id)], cancellation);
        DateInterval whole = new(frozen.Visits.Min(v => v.Window!.Start), frozen.Visits.Max(v => v.Window!.End));
        HashSet<string> ids = [.. frozen.Inspectors.Select(i => i.Id)];
        ILookup<string, ReservePlace> places = takenOver.ToLookup(p => p.SubjectCode, StringComparer.Ordinal);
        IEnumerable<MatchExclusion> rotated = takenOver.Count == 0
            ? []
            : rotation.Exclusions(Ended(await PastSeatsAsync(departments, cancellation), places.Contains), CleanVisitPolicy.Rotate)
                .SelectMany(e => places[e.Visit].Select(place => e with { Visit = place.Visit }));
        IEnumerable<MatchExclusion> later = (await RecusalsAsync(now.Values.Select(i => i.DepartmentId).Distinct(), visitsOf, cancellation)).Concat(rotated).Where(e => ids.Contains(e.Inspector));
        return MatchProblem.Of(
            frozen.Visits.Concat(takenOver.Select(place => place.In(frozen))),
            frozen.Inspectors.Select(Renewed),
            frozen.Exclusions.Concat(later).Distinct(),
            frozen.Locked,
            frozen.LoadPolicy);

        // Who left the post or lost the certificate is away all the time.
        MatchInspector Renewed(MatchInspector old) =>
            now.GetValueOrDefault(old.Id) is { Status: InspectorStatus.Active } inspector && BestCertificate(inspector, whole) is { } certificate
                ? With(old, inspector.Leave, certificate.ValidFrom, certificate.ValidTo)
                : With(old, [whole], old.CertificateValidFrom, old.CertificateValidTo);
    }

    private static MatchInspector With(MatchInspector old, IEnumerable<DateInterval> leave, LocalDate? validFrom, LocalDate? validTo) =>
        new(old.Id, old.Department, old.Capacity, old.Prior, old.Regions, old.Qualifications, leave, validFrom, validTo);

    /// <summary>Why an inspector is listed and not matched, or <see langword="null"/>.</summary>
    /// <remarks>Source: 沈政办发〔2020〕19号 三(四): staff without a certificate do not inspect; experts assist only.</remarks>
    public static string? ReasonNotMatched(Inspector inspector) =>
        inspector.Status != InspectorStatus.Active ? "left"
        : inspector.Kind == InspectorKind.Expert ? "expert"
        : inspector.Certificates.IsEmpty || inspector.Kind == InspectorKind.SupervisionStaff ? "noCertificate"
        : null;

    private static void Check(TaskView task, MatchRequest request)
    {
        if (request.From > request.To || request.From < task.From || request.To > task.To)
        {
            throw TeamRefusals.PeriodOutsideTask.Refuse(
                ("from", $"{request.From:R}"), ("to", $"{request.To:R}"), ("taskFrom", $"{task.From:R}"), ("taskTo", $"{task.To:R}"));
        }

        if (request.Officers is < MatchRequest.LeastOfficers or > MatchRequest.MostOfficers)
        {
            throw TeamRefusals.TooFewOfficers.Refuse(("count", request.Officers), ("least", MatchRequest.LeastOfficers), ("most", MatchRequest.MostOfficers));
        }

        if (request.CleanVisitReason is not null)
        {
            InspectionTexts.Required(request.CleanVisitReason, "保留人员的理由", "The reason for keeping officers");
        }
    }

    /// <summary>When a task may be inspected: what was laid down, within its own period.</summary>
    private static DateInterval Window(TaskView task, TaskView first, MatchRequest request)
    {
        LocalDate from = LocalDate.Max(request.From, task.From), to = LocalDate.Min(request.To, task.To);
        return from <= to ? new DateInterval(from, to) : throw PlanningRefusals.NothingToJoin.Refuse(("task", task.Key), ("with", first.Key));
    }

    private static TeamNeed Need(string departmentId, MatchRequest request, PublishedItems items, Subject? subject) => new(
        departmentId,
        request.Officers,
        request.Qualifications.Where(code => items.Known(code) is not { } item || item.DepartmentId == departmentId),
        request.Regions == RegionRule.SubjectsRegion && subject is not null ? [subject.Region] : null);

    /// <summary>For which inspecting department the officers of each department act: for their own, or for the one above that asks for them.</summary>
    private ImmutableDictionary<string, string> ActsFor(string[] departments, MatchRequest request)
    {
        ImmutableDictionary<string, string> actsFor = departments.ToImmutableDictionary(id => id, id => id, StringComparer.Ordinal);
        IEnumerable<(string Below, string Above)> lines = request.OfficersFrom == OfficerSource.WithSubordinates && staff is not null
            ? departments.SelectMany(above => staff.SubordinatesOf(above).Select(below => (below, above)))
            : [];
        foreach ((string below, string above) in lines.Where(line => !actsFor.ContainsKey(line.Item1)).DistinctBy(line => line.Item1))
        {
            actsFor = actsFor.Add(below, above);
        }

        return actsFor;
    }

    private static MatchInspector Of(Inspector inspector, string departmentId, MatchRequest request, int prior)
    {
        Certificate certificate = BestCertificate(inspector, new DateInterval(request.From, request.To))!;
        return new MatchInspector(
            inspector.Id,
            departmentId,
            request.Capacity ?? inspector.Capacity,
            prior,
            inspector.Regions.IsEmpty ? null : inspector.Regions,
            inspector.Qualifications,
            inspector.Leave,
            certificate.ValidFrom,
            certificate.ValidTo);
    }

    /// <summary>The certificate that covers the window, else the one that is valid longest.</summary>
    private static Certificate? BestCertificate(Inspector inspector, DateInterval? window) =>
        inspector.Certificates.LastOrDefault(c => window is not null && c.ValidFrom <= window.Start && window.End <= c.ValidTo) ?? inspector.Certificates.LastOrDefault();

    private async Task<(List<Inspector> All, long Version)> InspectorsAsync(IEnumerable<string> departments, CancellationToken cancellation)
    {
        while (true)
        {
            long version = await inspectors.VersionAsync(cancellation);
            List<Inspector> all = [];
            foreach (string department in departments.Order(StringComparer.Ordinal))
            {
                await foreach (Inspector inspector in inspectors.ReadAsync(department, cancellation))
                {
                    all.Add(inspector);
                }
            }

            // A merge that came in between shows in the version: then the directory is read again, so a problem is of one version.
            if (await inspectors.VersionAsync(cancellation) == version)
            {
                return (all, version);
            }
        }
    }

    private async Task<Dictionary<string, int>> PriorsAsync(string[] departments, MatchRequest request, CancellationToken cancellation) =>
        request.Prior == PriorLoad.Ignored
            ? []
            : (await PastSeatsAsync(departments, cancellation))
                .Where(seat => seat.ConcludedOn is { } day && day.Year == request.From.Year)
                .GroupBy(seat => seat.Inspector, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);

    private async Task<IEnumerable<MatchExclusion>> ExclusionsAsync(
        string[] departments, IEnumerable<string> sources, IReadOnlyDictionary<string, string[]> visitsOf, MatchRequest request, CancellationToken cancellation)
    {
        IEnumerable<PastSeat> history = Ended(await PastSeatsAsync(departments, cancellation), visitsOf.ContainsKey);
        CleanVisitPolicy policy = request.CleanVisitReason is null ? CleanVisitPolicy.Rotate : CleanVisitPolicy.KeepWithReason;
        IEnumerable<MatchExclusion> rotated = rotation.Exclusions(history, policy).SelectMany(e => visitsOf[e.Visit].Select(visit => e with { Visit = visit }));
        return (await RecusalsAsync(sources, visitsOf, cancellation)).Concat(rotated);
    }

    private static IEnumerable<PastSeat> Ended(IEnumerable<SeatView> seats, Func<string, bool> isAbout) => seats
        .Where(seat => isAbout(seat.SubjectCode))
        .Select(seat => new PastSeat(seat.SubjectCode, seat.DepartmentId, seat.Visit, seat.Inspector, seat.ConcludedOn!.Value, seat.Conclusion!.Value));

    private async Task<List<SeatView>> PastSeatsAsync(string[] departments, CancellationToken cancellation)
    {
        List<SeatView> past = [];
        foreach (string department in departments)
        {
            past.AddRange(await views.QueryAllAsync(new PastSeats(department), cancellation));
        }

        return past;
    }

    private async Task<List<MatchExclusion>> RecusalsAsync(
        IEnumerable<string> departments, IReadOnlyDictionary<string, string[]> visitsOf, CancellationToken cancellation)
    {
        List<MatchExclusion> exclusions = [];
        foreach (string department in departments)
        {
            foreach (RecusalView recusal in await views.QueryAllAsync(new UpheldRecusals(department), cancellation))
            {
                if (visitsOf.TryGetValue(recusal.SubjectCode, out string[]? visits))
                {
                    exclusions.AddRange(visits.Select(visit => new MatchExclusion(visit, recusal.Inspector, MatchingReasons.Recusal.Code)));
                }
            }
        }

        return exclusions;
    }
}

/// <summary>A problem as it was taken.</summary>
/// <param name="Problem">The problem.</param>
/// <param name="Visits">The visits it staffs, in its order.</param>
/// <param name="Saved">Visits saved by joining tasks.</param>
/// <param name="Version">The version of the inspector directory.</param>
/// <param name="NotMatched">Inspectors who are not in it, by reason.</param>
internal sealed record TakenProblem(
    MatchProblem Problem, ImmutableArray<JointVisit> Visits, int Saved, long Version, ImmutableSortedDictionary<string, int> NotMatched);
