using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Drawing;
using RandomInspection.Inspections;
using RandomInspection.Planning;

namespace RandomInspection.WholeYear;

/// <content>Plans, draws and matches.</content>
internal sealed partial class SimulatedYear
{
    /// <summary>Working days from the first day of visits to the last.</summary>
    private const int Weeks = 5;

    /// <summary>Every tenth task joins the one before it, every fifteenth is an ad-hoc one, every twentieth a surprise.</summary>
    private const int JointEvery = 10;
    private const int AdHocEvery = 15;
    private const int SurpriseEvery = 20;

    /// <summary>Plans are drafted on the first working day of March, approved ten working days later; ad-hoc tasks a week before their draw.</summary>
    private async Task PlanAsync()
    {
        if (_today == _calendar.AddWorkingDays(new LocalDate(_settings.Year, 2, 28), 1).Date)
        {
            LayOut();
            foreach (string department in _all.Where(t => !t.IsAdHoc).Select(t => t.Department).Distinct())
            {
                string plan = await _plans.BeginAsync(As(department, Role.Drafter), _settings.Year, $"{_settings.Year} 年度抽查计划", CancellationToken.None);
                foreach (YearTask task in _all.Where(t => t.Department == department && !t.IsAdHoc))
                {
                    task.Id = await _plans.AddTaskAsync(As(department, Role.Drafter), plan, task.Title, [task.Item], task.DrawOn, task.To, CancellationToken.None);
                }

                await _plans.SubmitAsync(As(department, Role.Drafter), plan, CancellationToken.None);
                _submitted.Add(plan);
            }
        }

        if (_submitted.Count > 0 && _today == _calendar.AddWorkingDays(new LocalDate(_settings.Year, 2, 28), 11).Date)
        {
            foreach (string plan in _submitted)
            {
                await _plans.ApproveAsync(new Acting(City.Of(Role.GovernmentApprover), At(11)), plan, CancellationToken.None);
                Tally.Count("plans approved");
                Tally.Check("A6 plan approved by 31 March", _today <= new LocalDate(_settings.Year, 3, 31), () => $"{plan} on {_today:R}");
            }
        }

        foreach (YearTask task in _all.Where(t => t.IsAdHoc && t.PlannedOn == _today))
        {
            string plan = task.Kind == YearTaskKind.Surprise
                ? await _plans.BeginSurpriseAsync(As(task.Department, Role.Drafter), _settings.Year, task.Title, new AdHocTerms(TaskKind.AdHoc, TaskGround.Complaint), "投诉举报：夜间作业", CancellationToken.None)
                : await _plans.BeginAdHocAsync(As(task.Department, Role.Drafter), _settings.Year, task.Title, new AdHocTerms(TaskKind.AdHoc, TaskGround.Complaint), "投诉举报集中", CancellationToken.None);
            task.Id = await _plans.AddTaskAsync(As(task.Department, Role.Drafter), plan, task.Title, [task.Item], task.DrawOn, task.To, CancellationToken.None);
            await _plans.SubmitAsync(As(task.Department, Role.Drafter), plan, CancellationToken.None);
            await _plans.ApproveAsync(new Acting(City.Of(Role.GovernmentApprover), At(15)), plan, CancellationToken.None);
            if (task.Kind == YearTaskKind.Surprise)
            {
                _secret.Add(new Secret(plan, task.Title));
            }

            Tally.Count(task.Kind == YearTaskKind.Surprise ? "surprise tasks approved" : "ad-hoc tasks approved");
        }
    }

    /// <summary>The tasks of the year, their draws on working days from April to the beginning of November.</summary>
    private void LayOut()
    {
        LocalDate first = new(_settings.Year, 3, 31);
        for (int number = 0; number < _settings.Tasks; number++)
        {
            bool joins = number % JointEvery == JointEvery - 1;
            string department = City.Departments[number % City.Departments.Length].Id;
            int place = 6 + (140 * (joins ? number - 1 : number) / _settings.Tasks);
            LocalDate drawOn = _calendar.AddWorkingDays(first, place).Date;
            LocalDate from = _calendar.AddWorkingDays(drawOn, 3).Date;
            ImmutableArray<string> items = [.. City.Items.Where(i => i.DepartmentId == department).Select(i => i.Code)];
            _all.Add(new YearTask(
                number,
                department,
                $"第{number + 1}号抽查任务",
                items[number / City.Departments.Length % items.Length],
                _calendar.AddWorkingDays(first, place - 5).Date,
                drawOn,
                from,
                from.PlusWeeks(Weeks),
                joins ? number - 1 : null,
                joins ? YearTaskKind.Planned : number % AdHocEvery == AdHocEvery - 2 ? YearTaskKind.AdHoc : number % SurpriseEvery == 7 ? YearTaskKind.Surprise : YearTaskKind.Planned));
        }
    }

    private async Task DrawAndMatchAsync(YearTask task)
    {
        YearTask? joiner = _all.Find(t => t.JoinsNumber == task.Number);
        if (task.JoinsNumber is not null)
        {
            return;
        }

        if (task.DrawOn == _today)
        {
            await DrawAsync(task, joiner);
        }
        else if (task.Draw.Length > 0 && task.Match.Length == 0 && _calendar.AddWorkingDays(task.DrawOn, 2).Date == _today)
        {
            await MatchAsync(task, joiner);
        }
    }

    private async Task DrawAsync(YearTask task, YearTask? joiner)
    {
        Acting operating = As(task.Department, Role.DrawingOperator);
        DirectoryCriteria criteria = await ChooseAsync(task);
        foreach (YearTask one in joiner is null ? [task] : new[] { task, joiner })
        {
            DesignDocument design = DesignDocument.Parse(
                $$"""{"kind":"fixed","size":{{_settings.TaskSize}},"weights":{"A":1,"B":2,"C":10,"D":30},"reservesPerCell":2,"basis":"{{RestingRules.Liaoning2019.NameIn(null)}}"}""");
            await _tasks.DesignAsync(As(one.Department, Role.Drafter), one.Id, criteria, Stratification.Region, design, RestingRules.Liaoning2019, CancellationToken.None);
        }

        ImmutableArray<TaskToDraw> together = [new(task.Id, FrameKey.Of(RandomNumberGenerator.GetBytes(32)))];
        if (joiner is not null)
        {
            await _draws.OfferAsync(As(joiner.Department, Role.DrawingOperator), joiner.Id, task.Id, CancellationToken.None);
            together = together.Add(new TaskToDraw(joiner.Id, FrameKey.Of(RandomNumberGenerator.GetBytes(32))));
        }

        task.Draw = await _draws.PrepareAsync(operating, together, "sha-256", CancellationToken.None);
        await CheckListedAsync(task);
        await CeremonyAsync(task.Department, task.Draw);
        await _draws.DrawAsync(As(task.Department, Role.DrawingOperator, 14), task.Draw, CancellationToken.None);
        Tally.Count("draws");
        Tally.Count("drawn by the designs", together.Length * _settings.TaskSize);
        if (joiner is not null)
        {
            joiner.Draw = task.Draw;
            Tally.Count("joint tasks");
        }
    }

    private async Task MatchAsync(YearTask task, YearTask? joiner)
    {
        Acting operating = As(task.Department, Role.DrawingOperator);
        if (joiner is not null)
        {
            await _matches.OfferAsync(As(joiner.Department, Role.DrawingOperator), joiner.Id, task.Id, CancellationToken.None);
        }

        MatchRequest request = MatchRequest.Usual(task.From, task.To) with { Prior = PriorLoad.ThisYear, LoadPolicy = Matching.LoadPolicy.Balanced };
        task.Match = await _matches.PrepareAsync(operating, task.Id, request, "sha-256", CancellationToken.None);
        await CeremonyAsync(task.Department, task.Match);
        await _matches.MatchAsync(As(task.Department, Role.DrawingOperator, 14), task.Match, CancellationToken.None);
        if (joiner is not null)
        {
            joiner.Match = task.Match;
        }

        await ScheduleAsync(task.Match);
    }

    private async Task CeremonyAsync(string department, string ceremony)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using ECDsa witnessKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Acting operating = As(department, Role.DrawingOperator), witnessing = new(City.Of(Role.Witness), At(10));
        await _draws.EnrolOperatorAsync(operating, ceremony, PartySignature.PublicKey(key), CancellationToken.None);
        await _draws.EnrolWitnessAsync(witnessing, ceremony, PartySignature.PublicKey(witnessKey), CancellationToken.None);
        await _draws.OpenAsync(operating, ceremony, new OpeningDeadlines(At(12), At(13)), CancellationToken.None);
        string first = await CommitAsync(operating, ceremony, key);
        string second = await CommitAsync(witnessing, ceremony, witnessKey);
        await _draws.RevealAsync(operating, ceremony, first, CancellationToken.None);
        await _draws.RevealAsync(witnessing, ceremony, second, CancellationToken.None);
    }

    private async Task<string> CommitAsync(Acting acting, string ceremony, ECDsa key)
    {
        DrawCeremony found = await _draws.FindAsync(ceremony, CancellationToken.None);
        string value = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        Digest commitment = SeedText.Commitment(found.Opening!, acting.Person.Id, value, Sha256.Instance);
        string statement = SeedText.CommitmentToSign(Digest.Parse(found.OpeningDigest!), acting.Person.Id, commitment);
        await _draws.CommitAsync(acting, ceremony, commitment, PartySignature.Sign(key, Encoding.UTF8.GetBytes(statement)), CancellationToken.None);
        return value;
    }
}
