using System.Security.Cryptography;
using NodaTime;
using RandomInspection.Calendars;
using RandomInspection.Directories;
using RandomInspection.Disclosure;
using RandomInspection.Drawing;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Tests;

/// <summary>An ad-hoc task: approved by itself, published together with its list.</summary>
public abstract class AdHocTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AdHocTask_FromGroundToList_DueWithItsList()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.ImportAsync();
        await LedgerAssert.RefusedAsync(store, "RI2007", () => way.Plans.BeginAdHocAsync(Way.Drafter, 2026, "冷链食品", new AdHocTerms(TaskKind.AdHoc, TaskGround.Complaint), " ", Cancellation), ("fieldEn", "Ground"));
        string plan = await way.Plans.BeginAdHocAsync(Way.Drafter, 2026, "冷链食品", new AdHocTerms(TaskKind.AdHoc, TaskGround.Complaint), "投诉举报：冷链食品", Cancellation);
        Assert.Equal("A2026-001", plan);
        Assert.Equal("P2026-001", await way.Plans.BeginAsync(Way.Drafter, 2026, "年度计划", Cancellation)); // a number series of its own
        string task = await AddAsync();
        await LedgerAssert.RefusedAsync(store, "RI2014", AddAsync, ("plan", plan), ("task", task));
        await way.Plans.SubmitAsync(Way.Drafter, plan, Cancellation);
        await way.Plans.ApproveAsync(Way.Approver, plan, Cancellation);

        // Without a list yet only the national limit of 20 working days holds.
        ObligationView duty = (await store.Get<IViews>().FindAsync<ObligationView>($"plan-{plan}", Cancellation))!;
        Assert.Equal((DisclosureOccasion.AdHocTaskApproved, new LocalDate(2026, 12, 21), "national/open-government/AdHocTaskApproved"), (duty.Occasion, duty.DueOn, duty.Rule));

        DesignDocument design = DesignDocument.Parse("""{"kind":"fixed","size":5,"weights":{"A":1,"B":1,"C":1,"D":1}}""");
        await way.Tasks.DesignAsync(Way.Drafter, task, DirectoryCriteria.Everything, Stratification.None, design, Cancellation);
        Assert.Equal(Way.DrawId, await way.Draws.PrepareAsync(Way.Operator, task, FrameKey.Of(SHA256.HashData("key"u8)), "sha-256", Cancellation));
        await way.GoAsync("draw", after: "prepare");

        duty = (await store.Get<IViews>().FindAsync<ObligationView>($"plan-{plan}", Cancellation))!;
        ObligationView list = (await store.Get<IViews>().FindAsync<ObligationView>($"list-{Way.DrawId}", Cancellation))!;
        Assert.Equal((list.DueOn, "shenyang-2020/ad-hoc-task"), (duty.DueOn, duty.Rule));
        Assert.Equal(new LocalDate(2026, 12, 7), list.DueOn);
        await LedgerAssert.IsSoundAsync(store);

        Task<string> AddAsync() => way.Plans.AddTaskAsync(
            Way.Drafter, plan, "冷链食品抽查", ["SCJG-01"], new LocalDate(2026, 11, 1), new LocalDate(2026, 12, 31), Cancellation);
    }
}
