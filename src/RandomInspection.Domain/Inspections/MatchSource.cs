using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Ledger;
using RandomInspection.Matching;
using RandomInspection.Planning;

namespace RandomInspection.Inspections;

/// <summary>Takes the problem of a match from the drawn list, the inspector directory, the recusals and the history.</summary>
/// <param name="views">The rows.</param>
/// <param name="inspectors">The inspector directory.</param>
/// <param name="subjects">The subject directory.</param>
/// <param name="rotation">The rules over history.</param>
internal sealed class MatchSource(IViews views, IInspectorDirectory inspectors, ISubjectDirectory subjects, RotationRules rotation)
{
    /// <summary>The problem as of now, with the directory's version and who is not in it.</summary>
    public async Task<(MatchProblem Problem, long Version, ImmutableSortedDictionary<string, int> NotMatched)> TakeAsync(
        TaskView task, IReadOnlyCollection<string> list, MatchRequest request, CancellationToken cancellation)
    {
        Check(task, request);
        ImmutableDictionary<string, Subject> known = await subjects.FindAsync(list, cancellation);
        (List<Inspector> all, long version) = await InspectorsAsync(task.DepartmentId, cancellation);
        Dictionary<string, int> priors = await PriorsAsync(task.DepartmentId, request, cancellation);
        MatchInspector[] matched = [.. all.Where(i => ReasonNotMatched(i) is null).Select(i => Of(i, request, priors.GetValueOrDefault(i.Id)))];
        if (matched.Length == 0)
        {
            throw TeamRefusals.NoInspectors.Refuse(("department", task.DepartmentId));
        }

        DateInterval window = new(request.From, request.To);
        IEnumerable<MatchVisit> visits = list.Select(code => new MatchVisit(code, window, Need(task, request, known.GetValueOrDefault(code))));
        HashSet<string> ids = [.. matched.Select(i => i.Id)];
        IEnumerable<MatchExclusion> exclusions = (await ExclusionsAsync(task.DepartmentId, list, request, cancellation)).Where(e => ids.Contains(e.Inspector));
        ImmutableSortedDictionary<string, int> notMatched = all.Select(ReasonNotMatched).OfType<string>()
            .GroupBy(reason => reason, StringComparer.Ordinal).ToImmutableSortedDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        return (MatchProblem.Of(visits, matched, exclusions, loadPolicy: request.LoadPolicy), version, notMatched);
    }

    /// <summary>A frozen problem with the leave, the certificates and the recusals of now, for a replacement.</summary>
    public async Task<MatchProblem> RenewAsync(MatchProblem frozen, string departmentId, CancellationToken cancellation)
    {
        (List<Inspector> all, _) = await InspectorsAsync(departmentId, cancellation);
        Dictionary<string, Inspector> now = all.ToDictionary(i => i.Id, StringComparer.Ordinal);
        DateInterval? window = frozen.Visits.IsEmpty ? null : frozen.Visits[0].Window;
        MatchInspector Renewed(MatchInspector old) => now.GetValueOrDefault(old.Id) is { Status: InspectorStatus.Active } inspector && BestCertificate(inspector, window) is { } certificate
            ? new MatchInspector(
                old.Id, old.Department, old.Capacity, old.Prior, old.Regions, old.Qualifications, inspector.Leave, certificate.ValidFrom, certificate.ValidTo)
            : new MatchInspector(
                old.Id, old.Department, old.Capacity, old.Prior, old.Regions, old.Qualifications, window is null ? old.Leave : [window], old.CertificateValidFrom, old.CertificateValidTo);

        HashSet<string> visits = [.. frozen.Visits.Select(v => v.Id)];
        HashSet<string> ids = [.. frozen.Inspectors.Select(i => i.Id)];
        IEnumerable<MatchExclusion> recusals = (await RecusalsAsync(departmentId, visits, cancellation)).Where(e => ids.Contains(e.Inspector));
        return MatchProblem.Of(
            frozen.Visits, frozen.Inspectors.Select(Renewed), frozen.Exclusions.Concat(recusals).Distinct(), frozen.Locked, frozen.LoadPolicy);
    }

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

    private static TeamNeed Need(TaskView task, MatchRequest request, Subject? subject) => new(
        task.DepartmentId,
        request.Officers,
        request.Qualifications,
        request.Regions == RegionRule.SubjectsRegion && subject is not null ? [subject.Region] : null);

    private static MatchInspector Of(Inspector inspector, MatchRequest request, int prior)
    {
        Certificate certificate = BestCertificate(inspector, new DateInterval(request.From, request.To))!;
        return new MatchInspector(
            inspector.Id,
            inspector.DepartmentId,
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

    private async Task<(List<Inspector> All, long Version)> InspectorsAsync(string departmentId, CancellationToken cancellation)
    {
        while (true)
        {
            long version = await inspectors.VersionAsync(cancellation);
            List<Inspector> all = [];
            await foreach (Inspector inspector in inspectors.ReadAsync(departmentId, cancellation))
            {
                all.Add(inspector);
            }

            // A merge that came in between shows in the version: then the directory is read again, so a problem is of one version.
            if (await inspectors.VersionAsync(cancellation) == version)
            {
                return (all, version);
            }
        }
    }

    private async Task<Dictionary<string, int>> PriorsAsync(string departmentId, MatchRequest request, CancellationToken cancellation)
    {
        if (request.Prior == PriorLoad.Ignored)
        {
            return [];
        }

        return (await views.QueryAsync(new PastSeats(departmentId) { Take = int.MaxValue }, cancellation))
            .Where(seat => seat.ConcludedOn is { } day && day.Year == request.From.Year)
            .GroupBy(seat => seat.Inspector, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
    }

    private async Task<IEnumerable<MatchExclusion>> ExclusionsAsync(
        string departmentId, IReadOnlyCollection<string> list, MatchRequest request, CancellationToken cancellation)
    {
        HashSet<string> visits = [.. list];
        IEnumerable<PastSeat> history = (await views.QueryAsync(new PastSeats(departmentId) { Take = int.MaxValue }, cancellation))
            .Where(seat => visits.Contains(seat.SubjectCode))
            .Select(seat => new PastSeat(seat.SubjectCode, seat.Visit, seat.Inspector, seat.ConcludedOn!.Value, seat.Conclusion!.Value));
        CleanVisitPolicy policy = request.CleanVisitReason is null ? CleanVisitPolicy.Rotate : CleanVisitPolicy.KeepWithReason;
        return (await RecusalsAsync(departmentId, visits, cancellation)).Concat(rotation.Exclusions(history, policy));
    }

    private async Task<IEnumerable<MatchExclusion>> RecusalsAsync(string departmentId, HashSet<string> visits, CancellationToken cancellation) =>
        (await views.QueryAsync(new UpheldRecusals(departmentId) { Take = int.MaxValue }, cancellation))
            .Where(recusal => visits.Contains(recusal.SubjectCode))
            .Select(recusal => new MatchExclusion(recusal.SubjectCode, recusal.Inspector, MatchingReasons.Recusal.Code));
}
