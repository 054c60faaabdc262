using System.Collections.Immutable;
using System.Text;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Disclosure;
using RandomInspection.Drawing;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.Supervision;
using RandomInspection.Tests.Roles;

namespace RandomInspection.Tests.Acceptance;

/// <summary>一 总体要求, in the words of the notice: the named exceptions to drawing, and what is drawn where subjects or inspectors cannot be.</summary>
public sealed class A1Tests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A1_检查对象不适用随机抽取的尽可能在检查时间体现随机原则_DrawnByTheSameCeremonyAndBoundToTheTask()
    {
        using MemoryHost host = await StepPlaces.AtAsync("choices");
        Refusal early = await host.RefusedAsync(["RI2457"], () => host.Way.Draws.PrepareAsync(Way.Operator, Way.TaskId, StepPlaces.Key("key"), "sha-256", Cancellation));
        Assert.Equal("检查时间", early["kind"]);
        string draw = await DrawnAsync(host, ChoiceKind.Time);
        Assert.Equal(Way.DrawId, draw);
        (InspectionTask task, TaskView row) = await host.Way.Tasks.FindAsync(Way.TaskId, Cancellation);
        TaskChoice week = Assert.Single(task.Choices[ChoiceKind.Time].Chosen);
        Assert.Contains(week, ChoicePlaces.Weeks.Options);
        await VerifiesAsync(host, draw, "检查时间", 3, 1);

        // One commitment, one draw: nothing is declared, taken back or drawn again.
        await host.RefusedAsync(["RI2454"], () => host.Way.Tasks.DeclareChoicesAsync(Way.Drafter, Way.TaskId, ChoicePlaces.Weeks, Cancellation));
        await host.RefusedAsync(["RI2454"], () => host.Way.Tasks.WithdrawChoicesAsync(Way.Drafter, Way.TaskId, ChoiceKind.Time, Cancellation));
        await host.RefusedAsync(["RI2454"], () => host.Way.Draws.PrepareChoicesAsync(Way.Operator, Way.TaskId, ChoiceKind.Time, StepPlaces.Key("again"), "sha-256", Cancellation));

        // The list is drawn after it, and visits lie in the week that was drawn.
        await host.Way.CeremonyAsync(await host.Way.Draws.PrepareAsync(Way.Operator, Way.TaskId, StepPlaces.Key("key"), "sha-256", Cancellation));
        await host.Way.ImportInspectorsAsync();
        DateInterval days = ChoiceTime.Of(week.Id)!;
        Refusal outside = await host.RefusedAsync(["RI2459"], () => host.Way.Matches.PrepareAsync(Way.Operator, Way.TaskId, Request(row.From, row.To), "sha-256", Cancellation));
        Assert.Equal(($"{days.Start:R}", $"{days.End:R}", draw), (outside["drawnFrom"], outside["drawnTo"], outside["draw"]));
        string match = await host.Way.Matches.PrepareAsync(Way.Operator, Way.TaskId, Request(days.Start, days.End), "sha-256", Cancellation);
        Assert.StartsWith("M2026-", match, StringComparison.Ordinal);
        Assert.Equal(2, await host.Get<IViews>().CountAsync(new AllDraws(), Cancellation));
        Assert.Equal(Way.DrawId, Assert.Single(await host.Get<IViews>().QueryAsync(new ChoiceDrawsOfTask(Way.TaskId), Cancellation)).Key);
        Assert.Equal("D2026-0002", Assert.Single(await host.Get<IViews>().QueryAsync(new DrawsOfTask(Way.TaskId), Cancellation)).Key);
    }

    [Fact]
    public async Task A1_在检查区域体现随机原则_TheFrameIsOfTheAreasDrawn()
    {
        using MemoryHost host = await StepPlaces.AtAsync("design");
        TaskChoices areas = new(ChoiceKind.Area, [.. ShenyangRegions.All.Skip(1).Take(5).Select(r => new TaskChoice(r.Code, r.Label))], 2, "全市同类对象过多");
        await host.Way.Tasks.DeclareChoicesAsync(Way.Drafter, Way.TaskId, areas, Cancellation);
        string draw = await DrawnAsync(host, ChoiceKind.Area);
        await VerifiesAsync(host, draw, "检查区域", 5, 2);
        ImmutableArray<TaskChoice> chosen = (await host.Way.Tasks.FindAsync(Way.TaskId, Cancellation)).Task.Choices[ChoiceKind.Area].Chosen;
        Assert.Equal(2, chosen.Length);

        // The design that stood before covers the whole city: it does not freeze, and a new one names just those areas.
        await host.RefusedAsync(["RI2458"], () => host.Way.Draws.PrepareAsync(Way.Operator, Way.TaskId, StepPlaces.Key("key"), "sha-256", Cancellation));
        await host.RefusedAsync(["RI2458"], () => DesignAsync(host, [chosen[0].Label]));
        await host.RefusedAsync(["RI2458"], () => DesignAsync(host, [.. chosen.Select(c => c.Label), "康平县"]));
        await DesignAsync(host, [.. chosen.Select(c => c.Label)]);
        string list = await host.Way.Draws.PrepareAsync(Way.Operator, Way.TaskId, StepPlaces.Key("key"), "sha-256", Cancellation);
        await host.Way.CeremonyAsync(list);

        // What was drawn stands in the list's publication.
        DisclosureObligation duty = await host.Get<DisclosureWorkflow>().FindAsync(DisclosureWorkflow.ListDuty(list, null), Cancellation);
        string published = await host.Get<PublicContents>().OfAsync(duty, Cancellation);
        Assert.Contains($"\"choice.kind\":\"检查区域\",\"choice.draw\":\"{draw}\",\"choice.drawn\":\"{string.Join('、', chosen.Select(c => c.Label))}\"", published, StringComparison.Ordinal);
        Assert.Null(await host.Get<IViews>().FindAsync<ObligationView>(DisclosureWorkflow.ListDuty(draw, null), Cancellation)); // a draw of choices is no list

        static Task DesignAsync(MemoryHost host, ImmutableArray<string> regions) => host.Way.Tasks.DesignAsync(
            Way.Drafter, Way.TaskId, DirectoryCriteria.Everything with { Regions = regions }, Stratification.None, Way.Design, Cancellation);
    }

    [Fact]
    public async Task A1_在检查内容检查方式体现随机原则_VisitsInspectTheItemsDrawn()
    {
        using MemoryHost host = await StepPlaces.AtAsync("begin");
        string[] items = ["SCJG-01", "SCJG-02", "SCJG-03"];
        await host.Way.Plans.AddTaskAsync(Way.Drafter, Way.PlanId, "综合抽查", [.. items], new LocalDate(2026, 11, 1), new LocalDate(2026, 12, 31), Cancellation);
        await host.Way.GoAsync("design", after: "addTask");
        await host.Way.Tasks.DeclareChoicesAsync(Way.Drafter, Way.TaskId, new TaskChoices(ChoiceKind.Content, [.. items.Select(i => new TaskChoice(i, $"事项 {i}"))], 1, "人手有限"), Cancellation);
        await host.Way.Tasks.DeclareChoicesAsync(Way.Operator, Way.TaskId, new TaskChoices(ChoiceKind.Method, [new("on-site", "现场检查"), new("online", "网络监测")], 1, "两种方式均适用"), Cancellation);
        await VerifiesAsync(host, await DrawnAsync(host, ChoiceKind.Content), "检查内容", 3, 1);
        await VerifiesAsync(host, await DrawnAsync(host, ChoiceKind.Method), "检查方式", 2, 1);
        string item = (await host.Way.Tasks.FindAsync(Way.TaskId, Cancellation)).Task.Choices[ChoiceKind.Content].Chosen[0].Id;
        await host.Way.CeremonyAsync(await host.Way.Draws.PrepareAsync(Way.Operator, Way.TaskId, StepPlaces.Key("key"), "sha-256", Cancellation));
        await host.Way.ImportInspectorsAsync();
        await host.Way.GoAsync("match", after: "inspectors");
        Assert.Equal([item], (await host.Way.Visits.FindAsync(Way.VisitId, Cancellation)).Plan.Items);
    }

    [Fact]
    public async Task A7_检查比例百分之百的事项_TheDrawSetsTheOrderOfBatchesShownAndKept()
    {
        using MemoryHost host = await StepPlaces.AtAsync("design");
        TaskChoices batches = new(ChoiceKind.Order, [.. Enumerable.Range(1, 5).Select(n => new TaskChoice($"batch-{n}", $"第 {n} 批"))], 5, "全覆盖，分批检查");
        await host.RefusedAsync(["RI2451"], () => host.Way.Tasks.DeclareChoicesAsync(Way.Drafter, Way.TaskId, batches with { Take = 4 }, Cancellation));
        await host.Way.Tasks.DeclareChoicesAsync(Way.Drafter, Way.TaskId, batches, Cancellation);
        string draw = await DrawnAsync(host, ChoiceKind.Order);
        await VerifiesAsync(host, draw, "批次次序", 5, 5);
        ImmutableArray<TaskChoice> order = (await host.Way.Tasks.FindAsync(Way.TaskId, Cancellation)).Task.Choices[ChoiceKind.Order].Chosen;
        Assert.Equal(batches.Options.OrderBy(b => b.Id, StringComparer.Ordinal), order.OrderBy(b => b.Id, StringComparer.Ordinal));
        DrawRecord record = RecordDocument.Read((await host.Way.Draws.PublicRecordAsync(draw, Cancellation))!);
        Assert.Equal(record.Tasks[0].Selected.Select(u => u.Id), order.Select(b => b.Id)); // by ticket
    }

    [Fact]
    public async Task A1_一次承诺一次抽取_AVoidedDrawOfChoicesIsNumberedAndNamedByTheNext()
    {
        using MemoryHost host = await StepPlaces.AtAsync("choices");
        string first = await host.Way.Draws.PrepareChoicesAsync(Way.Operator, Way.TaskId, ChoiceKind.Time, StepPlaces.Key("choice"), "sha-256", Cancellation);
        await host.Way.OpenAsync(first);
        await host.Way.Draws.ProposeVoidAsync(Way.Operator, first, "停电", Cancellation);
        await host.Way.Draws.ConfirmVoidAsync(Way.Head, first, Cancellation);
        Assert.Equal("停电", RecordDocument.Read((await host.Way.Draws.PublicRecordAsync(first, Cancellation))!).Voided!.Reason);
        await host.RefusedAsync(["RI2456"], () => host.Way.Tasks.WithdrawChoicesAsync(Way.Drafter, Way.TaskId, ChoiceKind.Time, Cancellation));
        string second = await DrawnAsync(host, ChoiceKind.Time);
        DrawCeremony ceremony = await host.Way.Draws.FindAsync(second, Cancellation);
        Assert.Equal((2, first), (ceremony.Preparation.Attempt, ceremony.Preparation.Previous!.Draw));
    }

    [Theory]
    [InlineData("RI2450", ChoiceKind.Method, 1, "online")]
    [InlineData("RI2451", ChoiceKind.Method, 2, "online", "on-site")]
    [InlineData("RI2451", ChoiceKind.Method, 0, "online", "on-site")]
    [InlineData("RI2451", ChoiceKind.Time, 2, "2026-W47", "2026-W48", "2026-W49")]
    [InlineData("RI2452", ChoiceKind.Time, 1, "2026-W47", "2027-W01")]
    [InlineData("RI2452", ChoiceKind.Time, 1, "2026-W47", "W48")]
    [InlineData("RI2452", ChoiceKind.Time, 1, "2026-W54", "2026-W48")]
    [InlineData("RI2453", ChoiceKind.Content, 1, "SCJG-01", "SCJG-02")]
    [InlineData("RI1104", ChoiceKind.Method, 1, "online", "online")]
    [InlineData("RI1101", ChoiceKind.Method, 1, "online", "现场")]
    public async Task Declare_Malformed_RefusedAndNothingKept(string code, ChoiceKind kind, int take, params string[] ids)
    {
        using MemoryHost host = await StepPlaces.AtAsync("approve");
        TaskChoices choices = new(kind, [.. ids.Select(id => new TaskChoice(id, id))], take, "理由");
        await host.RefusedAsync([code], () => host.Way.Tasks.DeclareChoicesAsync(Way.Drafter, Way.TaskId, choices, Cancellation));
        await host.RefusedAsync(["RI2007", code], () => host.Way.Tasks.DeclareChoicesAsync(Way.Drafter, Way.TaskId, choices with { Reason = " " }, Cancellation));
        await host.RefusedAsync(["RI2455"], () => host.Way.Draws.PrepareChoicesAsync(Way.Operator, Way.TaskId, kind, StepPlaces.Key("choice"), "sha-256", Cancellation));
        Assert.Empty((await host.Way.Tasks.FindAsync(Way.TaskId, Cancellation)).Task.Choices);
    }

    [Theory]
    [InlineData("2026-12-01", "2026-12-01", "2026-12-01")]
    [InlineData("2026-W01", "2025-12-29", "2026-01-04")]
    [InlineData("2026-W53", "2026-12-28", "2027-01-03")]
    [InlineData("2028-02", "2028-02-01", "2028-02-29")]
    public void ChoiceTime_DayWeekMonth_ItsDays(string id, string from, string to)
    {
        DateInterval days = ChoiceTime.Of(id)!;
        Assert.Equal((from, to), (Iso(days.Start), Iso(days.End)));
    }

    [Theory]
    [InlineData("2025-W53")]
    [InlineData("2026-W00")]
    [InlineData("2026-W5")]
    [InlineData("2026-13")]
    [InlineData("2026-02-29")]
    [InlineData("")]
    public void ChoiceTime_Another_None(string id) => Assert.Null(ChoiceTime.Of(id));

    [Fact]
    public void WeeksOf_APeriod_EachThatItTouches() => Assert.Equal(["2026-W53", "2027-W01"], ChoiceTime.WeeksOf(new LocalDate(2026, 12, 31), new LocalDate(2027, 1, 4)));

    [Fact]
    public async Task A1_除特殊重点领域投诉举报转办交办数据监测等情况外_NamedSubjectsHaveReasonAndApprovalAndAreFlagged()
    {
        using MemoryHost host = await StepPlaces.AtAsync("named");
        string task = ChoicePlaces.NamedTask;
        await host.RefusedAsync(["RI2477"], () => host.Way.Draws.PrepareAsync(Way.Operator, task, StepPlaces.Key("named"), "sha-256", Cancellation));
        await host.RefusedAsync(["RI2476"], () => host.Way.Tasks.ApproveNamedAsync(Way.Head with { Person = Way.Head.Person with { Id = Way.Drafter.Person.Id } }, task, Cancellation));
        await host.Way.Tasks.ApproveNamedAsync(Way.Head, task, Cancellation);
        await host.RefusedAsync(["RI2475"], () => host.Way.Tasks.ApproveNamedAsync(Way.Head, task, Cancellation));

        // A changed list is approved anew.
        await host.Way.Tasks.NameAsync(Way.Drafter, task, ChoicePlaces.Named[..2], Cancellation);
        await host.RefusedAsync(["RI2477"], () => host.Way.Draws.PrepareAsync(Way.Operator, task, StepPlaces.Key("named"), "sha-256", Cancellation));
        await host.Way.Tasks.ApproveNamedAsync(Way.Head, task, Cancellation);
        string draw = await host.Way.Draws.PrepareAsync(Way.Operator, task, StepPlaces.Key("named"), "sha-256", Cancellation);
        await host.Way.CeremonyAsync(draw);

        // All who are named are on the list, and the record says that nobody was drawn: the one cell has the rate 1.
        DrawnList list = (await host.Way.Draws.FindListAsync(task, Cancellation))!;
        Assert.Equal(ChoicePlaces.Named[..2].Select(n => n.Code).Order(StringComparer.Ordinal), list.Effective.Select(u => u.Id).Order(StringComparer.Ordinal));
        DrawRecord record = RecordDocument.Read((await host.Way.Draws.AuditorRecordAsync(draw, Cancellation))!);
        CellExpectation cell = Assert.Single(record.Tasks[0].Cells).Expectation;
        Assert.Equal(("点名检查", "named", 2_000_000_000L), (cell.Count.Cell.Stratum.Text, cell.Count.Cell.Class, cell.ExpectedNano));
        Assert.Contains("\"named\":2", record.Tasks[0].Directory!.Criteria, StringComparison.Ordinal);
        Assert.Contains("投诉举报", record.Tasks[0].DesignText, StringComparison.Ordinal);
        Assert.DoesNotContain("12345", Encoding.UTF8.GetString((await host.Way.Draws.PublicRecordAsync(draw, Cancellation))!), StringComparison.Ordinal); // whose complaint it was is not published

        // Flagged in publication and in the figures.
        DisclosureWorkflow disclosure = host.Get<DisclosureWorkflow>();
        string plan = await host.Get<PublicContents>().OfAsync(await disclosure.FindAsync("plan-A2026-001", Cancellation), Cancellation);
        string published = await host.Get<PublicContents>().OfAsync(await disclosure.FindAsync(DisclosureWorkflow.ListDuty(draw, null), Cancellation), Cancellation);
        Assert.All([plan, published], text => Assert.Contains("\"named\":\"点名检查（投诉举报）", text, StringComparison.Ordinal));
        await ChoicePlaces.MatchNamedAsync(host);
        await host.Way.GoAsync("match", after: "prepareMatch");
        SupervisionRows rows = await host.Get<SupervisionReader>().ReadAsync(Cancellation);
        SupervisionFigures figures = SupervisionFigures.Of(rows, SupervisionScope.OfYear(2026), host.Get<RateTable>(), new LocalDate(2026, 11, 24));
        Assert.Equal((2L, 2L), (figures.NamedVisits.Numerator, figures.NamedVisits.Denominator));
    }

    [Fact]
    public async Task A1_点名以批准的户数为限_CappedByTheTermsAndTheProfile()
    {
        using MemoryHost host = await StepPlaces.AtAsync("namedTask");
        string task = ChoicePlaces.NamedTask;
        ImmutableArray<NamedSubject> four = [.. ChoicePlaces.Named, new NamedSubject("91210100MA0XXXXX0X", "第四户")];
        Refusal many = await host.RefusedAsync(["RI2471"], () => host.Way.Tasks.NameAsync(Way.Drafter, task, four, Cancellation));
        Assert.Equal(("4", "3"), (many["count"], many["most"]));
        await host.RefusedAsync(["RI2471"], () => host.Way.Tasks.NameAsync(Way.Drafter, task, [], Cancellation));
        await host.RefusedAsync(["RI2472"], () => host.Way.Tasks.NameAsync(Way.Drafter, task, [ChoicePlaces.Named[0], ChoicePlaces.Named[0]], Cancellation));
        await host.RefusedAsync(["RI2473"], () => host.Way.Tasks.NameAsync(Way.Drafter, task, [four[3]], Cancellation));
        await host.RefusedAsync(["RI2007"], () => host.Way.Tasks.NameAsync(Way.Drafter, task, [ChoicePlaces.Named[0] with { Reason = " " }], Cancellation));
        await host.RefusedAsync(["RI2474"], () => host.Way.Tasks.ApproveNamedAsync(Way.Head, task, Cancellation));
        await host.RefusedAsync(["RI2478"], () => host.Way.Tasks.DesignAsync(Way.Drafter, task, DirectoryCriteria.Everything, Stratification.Region, Way.Design, Cancellation));
        await host.RefusedAsync(["RI2479"], () => BeginAsync(host, TaskGround.Complaint, PlanRules.Shenyang.MostNamed + 1));
        await host.RefusedAsync(["RI2479"], () => BeginAsync(host, TaskGround.Complaint, 0));
        foreach (TaskGround ground in Enum.GetValues<TaskGround>().Where(g => !g.IsException() && g != TaskGround.SuperiorTask))
        {
            await host.RefusedAsync(["RI2470"], () => BeginAsync(host, ground, 1));
        }
    }

    [Fact]
    public async Task A1_原则上所有行政检查都应通过双随机抽查_ATaskThatDrawsNamesNobody()
    {
        using MemoryHost host = await StepPlaces.AtAsync("approve");
        await host.RefusedAsync(["RI2478"], () => host.Way.Tasks.NameAsync(Way.Drafter, Way.TaskId, ChoicePlaces.Named, Cancellation));
    }

    private static Task<string> BeginAsync(MemoryHost host, TaskGround ground, int named) =>
        host.Way.Plans.BeginAdHocAsync(Way.Drafter, 2026, "核查", new AdHocTerms(TaskKind.AdHoc, ground, Named: named), "来件", Cancellation);

    private static MatchRequest Request(LocalDate from, LocalDate to) => MatchRequest.Usual(from, to) with { Capacity = 40 };

    /// <summary>A whole draw over choices: frozen, committed, revealed, drawn.</summary>
    private static async Task<string> DrawnAsync(MemoryHost host, ChoiceKind kind)
    {
        string draw = await host.Way.Draws.PrepareChoicesAsync(Way.Operator, Way.TaskId, kind, StepPlaces.Key("choice"), "sha-256", Cancellation);
        await host.Way.CeremonyAsync(draw);
        return draw;
    }

    /// <summary>The record verifies as any other does: from the public view, and whole with frame and key.</summary>
    private static async Task VerifiesAsync(MemoryHost host, string draw, string stratum, int of, int drawn)
    {
        RecordVerifier verifier = new(host.Get<DrawHashes>());
        Dictionary<string, byte[]> frames = [];
        Dictionary<string, FrameKey> keys = [];
        Assert.True(verifier.Verify((await host.Way.Draws.PublicRecordAsync(draw, Cancellation))!, frames, keys).Verifies);
        byte[] auditors = (await host.Way.Draws.AuditorRecordAsync(draw, Cancellation))!;
        FrozenTask frozen = Assert.Single((await host.Way.Draws.FindAsync(draw, Cancellation)).Preparation.Tasks);
        frames.Add(frozen.TaskId, await host.Way.Draws.FrameFileAsync(draw, frozen.TaskId, Cancellation));
        keys.Add(frozen.TaskId, await host.Way.Draws.FrameKeyAsync(draw, frozen.TaskId, Cancellation));
        RecordVerification whole = verifier.Verify(auditors, frames, keys);
        Assert.True(whole.Verifies);
        Assert.DoesNotContain(whole.Steps, step => step.Status == VerificationStatus.Skipped && !step.Id.EndsWith("-signature", StringComparison.Ordinal));
        CellExpectation cell = Assert.Single(RecordDocument.Read(auditors).Tasks[0].Cells).Expectation;
        Assert.Equal((stratum, (long)of, drawn * 1_000_000_000L), (cell.Count.Cell.Stratum.Text, cell.Count.Drawable, cell.ExpectedNano));
        Assert.Equal(drawn, RecordDocument.Read(auditors).Tasks[0].Selected.Length);
    }

    private static string Iso(LocalDate day) => NodaTime.Text.LocalDatePattern.Iso.Format(day);
}
