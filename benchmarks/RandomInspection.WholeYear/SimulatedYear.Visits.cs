using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.WholeYear;

/// <content>Visits: recusals, illness, who is gone, what is found.</content>
internal sealed partial class SimulatedYear
{
    private readonly SortedDictionary<LocalDate, List<string>> _due = [];
    private readonly Dictionary<LocalDate, List<(string Visit, LocalDate FoundOn)>> _penalties = [];
    private readonly List<string> _toAudit = [];
    private readonly Dictionary<string, string> _recused = new(StringComparer.Ordinal);

    /// <summary>Recusals are asked for and decided, empty seats filled, and every visit gets its day.</summary>
    private async Task ScheduleAsync(string match)
    {
        ImmutableArray<VisitView> rows = await _views.QueryAllAsync(new VisitsOfMatch(match), CancellationToken.None);
        Tally.Count("visits planned", rows.Length);
        Tally.Count("visits saved by joining", rows.Sum(r => r.JointWith) / 2);
        foreach (VisitView row in rows)
        {
            await FillSeatsAsync(row);
            if (_fate.Strikes("recusal", row.Key, Settings.RecusalsPerMille))
            {
                await RecuseAsync(row);
            }

            PutOff(row);
        }

        foreach (IGrouping<string, VisitView> department in rows.GroupBy(r => r.DepartmentId))
        {
            await _visits.ApproveAsync(As(department.Key, Role.AuthorityHead, 18), [.. department.Select(r => r.Key)], "年度抽查计划", CancellationToken.None);
            Tally.Count("visits approved beforehand", department.Count());
        }
    }

    /// <summary>Those of one visit come on one day.</summary>
    private void PutOff(VisitView row)
    {
        LocalDate first = LocalDate.Max(row.From, _calendar.AddWorkingDays(_today, 1).Date);
        int days = _calendar.CountWorkingDays(first.PlusDays(-1), row.To).WorkingDays - 1;
        LocalDate on = _calendar.AddWorkingDays(first.PlusDays(-1), 1 + _fate.Below("day", row.Match + row.JointVisit, Math.Max(1, days))).Date;
        Plan(on, row.Key);
    }

    private void Plan(LocalDate on, string visit)
    {
        if (!_due.TryGetValue(on, out List<string>? of))
        {
            _due[on] = of = [];
        }

        of.Add(visit);
    }

    private async Task FillSeatsAsync(VisitView row)
    {
        for (int seat = 0; seat < row.Missing; seat++)
        {
            Tally.Count("seats that the match left empty");
            await AssignAsync(row);
        }
    }

    private async Task AssignAsync(VisitView row)
    {
        ImmutableArray<Inspector> may = await _matches.AssignableAsync(row.Key, CancellationToken.None);
        Tally.Check("B42 somebody may be assigned where the match found nobody", !may.IsEmpty, () => row.Key);
        if (!may.IsEmpty)
        {
            await AssignAsync(row, may[_fate.Below("assign", row.Key, may.Length)].Id, "匹配无人可派", 16, null);
            Tally.Count("officers assigned directly");
        }
    }

    /// <summary>The operator proposes, the head approves.</summary>
    private async Task AssignAsync(VisitView row, string officer, string why, int hour, string? insteadOf)
    {
        await _matches.ProposeAssignmentAsync(As(row.DepartmentId, Role.DrawingOperator, hour), row.Key, AssignmentCase.NobodyMatched, officer, why, CancellationToken.None, insteadOf);
        await _matches.AssignAsync(As(row.DepartmentId, Role.AuthorityHead, hour), row.Key, CancellationToken.None);
    }

    private async Task RecuseAsync(VisitView row)
    {
        Visit visit = await _visits.FindAsync(row.Key, CancellationToken.None);
        Inspector officer = _officers[visit.Team.Inspectors[0]];
        RecusalWorkflow recusals = Get<RecusalWorkflow>();
        string recusal = await recusals.AskAsync(new Acting(Officer(officer), At(15)), officer.Id, row.SubjectCode, "与负责人有亲属关系", CancellationToken.None);
        await recusals.DecideAsync(As(row.DepartmentId, Role.AuthorityHead, 16), recusal, RecusalDecision.Upheld, "属实", CancellationToken.None);
        _recused[$"{officer.Id} {row.SubjectCode}"] = recusal;
        Tally.Count("recusals granted");
        await ReplaceOfficerAsync(row, officer.Id, "回避");
    }

    /// <summary>By the match's rules if somebody is left, otherwise directly.</summary>
    private async Task ReplaceOfficerAsync(VisitView row, string officer, string why)
    {
        try
        {
            await _matches.ReplaceAsync(As(row.DepartmentId, Role.AuthorityHead, 16), row.Key, officer, why, CancellationToken.None);
            Tally.Count("officers replaced");
        }
        catch (InputRefusedException nobody) when (nobody.Refusal.Code == "RI2405")
        {
            ImmutableArray<Inspector> may = await _matches.AssignableAsync(row.Key, CancellationToken.None);
            Tally.Count(may.IsEmpty ? "officers for whom nobody is left at all" : "officers assigned directly");
            if (!may.IsEmpty)
            {
                await AssignAsync(row, may[_fate.Below("assign", row.Key, may.Length)].Id, $"{why}，匹配无人可派", 17, officer);
            }
        }
    }

    /// <summary>Some officers fall ill for two weeks: their visits in that time get another.</summary>
    private async Task FallIllAsync(string month)
    {
        Inspector[] ill = [.. _officers.Values.Where(o => _fate.Strikes("ill " + month, o.Id, Settings.IllPerMille))];
        foreach (Inspector officer in ill)
        {
            _officers[officer.Id] = officer with { Leave = Merged(officer.Leave.Add(new DateInterval(_today, _today.PlusDays(13)))) };
        }

        Tally.Count("officers who fell ill", ill.Length);
        if (ill.Length == 0)
        {
            return;
        }

        await MergeOfficersAsync();
        foreach (Inspector officer in ill)
        {
            foreach (SeatView seat in await _views.QueryAllAsync(new OpenSeatsOf(officer.Id), CancellationToken.None))
            {
                if (await _views.FindAsync<VisitView>(seat.Visit, CancellationToken.None) is { Status: VisitStatus.Planned } row && DayOf(row.Key) <= _today.PlusDays(13))
                {
                    await ReplaceOfficerAsync(row, officer.Id, "病假");
                }
            }
        }
    }

    private static ImmutableArray<DateInterval> Merged(ImmutableArray<DateInterval> leave)
    {
        List<DateInterval> merged = [];
        foreach (DateInterval one in leave.OrderBy(l => l.Start))
        {
            if (merged.Count > 0 && one.Start <= merged[^1].End.PlusDays(1))
            {
                merged[^1] = new DateInterval(merged[^1].Start, LocalDate.Max(merged[^1].End, one.End));
            }
            else
            {
                merged.Add(one);
            }
        }

        return [.. merged];
    }

    private LocalDate? DayOf(string visit) => _due.FirstOrDefault(d => d.Value.Contains(visit)) is { Value: not null } found ? found.Key : null;

    /// <summary>Whom the register has proved gone, the next reserve replaces; the same team goes there.</summary>
    private async Task ReplaceGoneAsync(YearTask task)
    {
        ReplacementWorkflow replacements = Get<ReplacementWorkflow>();
        foreach (ProvenGone gone in await replacements.FindGoneAsync(task.Id, CancellationToken.None))
        {
            if ((await _views.QueryAllAsync(new VisitsOfTask(task.Id), CancellationToken.None)).Any(v => v.SubjectCode == gone.Unit.Id && v.Status == VisitStatus.Underway))
            {
                continue;
            }

            ListChange change = await replacements.ReplaceGoneAsync(As(task.Department, Role.DrawingOperator), task.Id, gone.Unit.Id, CancellationToken.None);
            Tally.Count(change.By is null ? "gone, without a reserve left" : "gone, replaced by the next reserve");
            await PlanReserveAsync(task, change);
        }
    }

    private async Task PlanReserveAsync(YearTask task, ListChange change)
    {
        Tally.Count("subjects for whom no reserve was left", change.By is null ? 1 : 0);
        if (change.By is { } reserve
            && (await _views.QueryAllAsync(new VisitsOfTask(task.Id), CancellationToken.None)).FirstOrDefault(v => v.SubjectCode == reserve) is { } row)
        {
            PutOff(row);
            await _visits.ApproveAsync(As(row.DepartmentId, Role.AuthorityHead, 18), [row.Key], "递补对象", CancellationToken.None);
            Tally.Count("visits approved beforehand");
        }
    }

    private async Task InspectAsync()
    {
        if (_due.Remove(_today, out List<string>? due))
        {
            foreach (string visit in due)
            {
                await VisitAsync(visit);
            }
        }

        if (_penalties.Remove(_today, out List<(string Visit, LocalDate FoundOn)>? penalties))
        {
            foreach ((string id, _) in penalties)
            {
                Visit visit = await _visits.FindAsync(id, CancellationToken.None);
                await _visits.DecideAsync(
                    new Acting(Officer(_officers[visit.Team.Inspectors[0]]), At(16)), id, MeasureKind.Penalty, "罚款", "行政处罚法第五十七条", _today, CancellationToken.None);
                Tally.Count("penalties decided");
                await ProposeListingAsync(visit);
            }
        }
    }

    private async Task VisitAsync(string id)
    {
        Visit visit = await _visits.FindAsync(id, CancellationToken.None);
        if (visit.Status != VisitStatus.Planned)
        {
            return;
        }

        VisitView row = VisitView.Of(visit);
        if (!CanGo(visit))
        {
            // Somebody is missing, on leave or without a certificate: whoever can be found, or another day.
            await StaffAgainAsync(row, visit);
            visit = await _visits.FindAsync(id, CancellationToken.None);
            if (!CanGo(visit))
            {
                Tally.Count("visits put off");
                Tally.Check("A8 a day is left within the task's period", _today < visit.Plan.To, () => id);
                Plan(_calendar.AddWorkingDays(_today, 1).Date, id);
                return;
            }
        }

        Acting officer = new(Officer(_officers[visit.Team.Inspectors[0]]), At(9));
        bool reached = !_fate.Strikes("reached", id, Settings.NotReachedPerMille);
        if (!reached && _fate.Strikes("attempts", id, Settings.TwoAttemptsPerMille) && row.JointWith == 0 && _today > visit.Plan.From)
        {
            await GiveUpAsync(visit);
            return;
        }

        await _visits.ArriveAsync(officer, id, null, CancellationToken.None);
        await _visits.CheckInAsync(officer, id, await _visits.CodeAsync(id, CancellationToken.None), CancellationToken.None);
        ItemResult result = !reached ? ItemResult.CannotBeContacted
            : _fate.Strikes("problem", id, Settings.ProblemsPerMille) ? ItemResult.OrderedToCorrect
            : _fate.Strikes("nothing", id, 20) ? ItemResult.NoActivityFound : ItemResult.NoProblemFound;
        await _visits.EnterAllAsync(officer, id, result, result.IsProblem() ? "台账不全，责令改正" : "", CancellationToken.None);
        await _visits.ConcludeAsync(officer, id, CancellationToken.None);
        await _visits.ServeAsync(officer, id, new NoticeService(reached ? ServiceMethod.InPerson : ServiceMethod.ByAnnouncement, _today, reached ? ServiceReceipt.Signed : ServiceReceipt.NotNeeded), CancellationToken.None);
        Tally.Count($"result {result}");
        Tally.Count("visits concluded");
        _toAudit.Add(id);
        CheckTeam(await _visits.FindAsync(id, CancellationToken.None));
        if (!reached)
        {
            await _visits.DecideAsync(officer, id, MeasureKind.Transfer, "移送登记机关列入经营异常名录", "企业经营异常名录管理暂行办法 第九条", _today, CancellationToken.None);
            Tally.Count("referred, not reached");
        }

        if (result.IsProblem())
        {
            await _visits.DecideAsync(officer, id, MeasureKind.Order, "责令改正", "行政处罚法第二十八条", _today, CancellationToken.None);
            Tally.Count("orders decided");
            if (_fate.Strikes("penalty", id, 400))
            {
                LocalDate on = _calendar.AddWorkingDays(_today, 15).Date;
                (_penalties.TryGetValue(on, out List<(string, LocalDate)>? of) ? of : _penalties[on] = []).Add((id, _today));
            }
        }
    }

    /// <summary>Nobody was there twice: the head decides, and the next reserve takes the place.</summary>
    private async Task GiveUpAsync(Visit visit)
    {
        ReplacementWorkflow replacements = Get<ReplacementWorkflow>();
        ImmutableArray<string> team = visit.Team.Inspectors;
        YearTask task = _all.Find(t => t.Id == visit.Plan.TaskId)!;
        Acting officer = new(Officer(_officers[team[0]]), At(15));
        LocalDate before = _calendar.IsWorkingDay(_today.PlusDays(-1)) ? _today.PlusDays(-1) : LocalDate.Max(visit.Plan.From, _today.PlusDays(-3));
        ListChange proposed = await replacements.ProposeAsync(
            officer,
            task.Id,
            visit.Plan.SubjectCode,
            [new ContactAttempt(before, "上门", "门店关闭", null, team), new ContactAttempt(_today, "上门", "仍关闭，邻居称已搬离", null, team)],
            CancellationToken.None);
        ListChange change = await replacements.ApproveAsync(As(task.Department, Role.AuthorityHead, 16), task.Id, proposed.Number, CancellationToken.None);
        Tally.Count("not reached twice, replaced");
        await PlanReserveAsync(task, change);
    }

    private bool CanGo(Visit visit) =>
        visit.Team.Missing == 0 && visit.Team.Inspectors.All(IsThere) && visit.Team.Inspectors.All(o => !_recused.ContainsKey($"{o} {visit.Plan.SubjectCode}"));

    private bool IsThere(string officer) =>
        _officers[officer] is var known && known.Leave.All(l => !l.Contains(_today)) && known.Certificates.Any(c => c.ValidFrom <= _today && _today <= c.ValidTo);

    private async Task StaffAgainAsync(VisitView row, Visit visit)
    {
        foreach (string officer in visit.Team.Inspectors.Where(o => !IsThere(o) || _recused.ContainsKey($"{o} {visit.Plan.SubjectCode}")))
        {
            await ReplaceOfficerAsync(row, officer, "当日不能到场");
        }

        await FillSeatsAsync(VisitView.Of(await _visits.FindAsync(row.Key, CancellationToken.None)));
    }

    /// <summary>The law's and the match's rules about a team, on the day of the visit.</summary>
    private void CheckTeam(Visit visit)
    {
        Tally.Check("B42 two officers at least", visit.Team.Inspectors.Distinct().Count() >= 2, () => visit.Id);
        Tally.Check("A5 certificate valid on the day", visit.Team.Inspectors.All(o => _officers[o].Certificates.Any(c => c.ValidFrom <= _today && _today <= c.ValidTo)), () => visit.Id);
        Tally.Check("nobody on leave", visit.Team.Inspectors.All(o => _officers[o].Leave.All(l => !l.Contains(_today))), () => visit.Id);
        Tally.Check("A7 officers of the inspecting department", visit.Team.Inspectors.All(o => _officers[o].DepartmentId == visit.Team.DepartmentId), () => visit.Id);
        Tally.Check("B43 nobody recused", visit.Team.Inspectors.All(o => !_recused.ContainsKey($"{o} {visit.Plan.SubjectCode}")), () => visit.Id);
        Tally.Check("A8 within the task's period", visit.Plan.From <= _today && _today <= visit.Plan.To, () => $"{visit.Id} on {_today:R}");
        Tally.Check("A8 all items of the visit", visit.Plan.Items.All(visit.Results.ContainsKey), () => visit.Id);
    }

    /// <summary>Results are audited on the next working day.</summary>
    private async Task AuditAsync()
    {
        foreach (string visit in _auditable)
        {
            string department = (await _visits.FindAsync(visit, CancellationToken.None)).Team.DepartmentId;
            await _visits.AuditAsync(As(department, Role.ResultAuditor), visit, CancellationToken.None);
            Tally.Count("results audited");
        }

        _auditable = [.. _toAudit];
        _toAudit.Clear();
    }

    private ImmutableArray<string> _auditable = [];
}
