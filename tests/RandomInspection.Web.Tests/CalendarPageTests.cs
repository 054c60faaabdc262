using System.Net;
using NodaTime;
using RandomInspection.Calendars;
using RandomInspection.Disclosure;
using RandomInspection.Planning;
using RandomInspection.SampleData;

namespace RandomInspection.Tests;

/// <summary>The calendar's pages: the year, a day, a deadline, and the way of a notice into use.</summary>
public sealed class CalendarPageTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 10, 1, 0);

    [Fact]
    public async Task Year_Known_ShowsItsDaysNoticesAndVersion()
    {
        await using PageHost host = await PageHost.StartAsync(Now);
        using PageReader reader = host.Reader();
        Page page = await reader.OpenAsync("/calendar?year=2026");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("href=\"/calendar/2026-02-14\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("国办发明电〔2025〕7号", page.Text, StringComparison.Ordinal);
        Assert.Contains(WorkingDayCalendar.Embedded.Version, page.Text, StringComparison.Ordinal);
        Assert.Contains("RI4001", (await reader.OpenAsync("/calendar?year=2027")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.OpenAsync("/calendar?year=x")).Status);
    }

    [Fact]
    public async Task Day_Amended_SaysKindNoticeDatesAndWhatItSuperseded()
    {
        await using PageHost host = await PageHost.StartAsync(Now);
        using PageReader reader = host.Reader();
        string text = (await reader.OpenAsync("/calendar/2020-02-01")).Text;
        Assert.All(["国办发明电〔2020〕1号", "国办发明电〔2019〕16号", "2020"], part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.Contains("RI4001", (await reader.OpenAsync("/calendar/2027-03-01")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deadline_Asked_DateAndTheNoticesItReliesOn()
    {
        await using PageHost host = await PageHost.StartAsync(Now);
        using PageReader reader = host.Reader();
        string text = (await reader.OpenAsync("/calendar?year=2020&from=2020-01-20&days=10")).Text;
        Assert.Contains("国办发明电〔2020〕1号", text, StringComparison.Ordinal);
        Assert.Contains("11 February 2020", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_CheckLookConfirm_CalendarCoversTheYear()
    {
        await using PageHost host = await PageHost.StartAsync(Now);
        using PageReader reader = await host.SignedInAsync("guan");
        Page preview = await LookAsync(reader, Notices.Of2027);
        Assert.Contains("2027", preview.Text, StringComparison.Ordinal);
        Assert.Equal(2026, await CoveredThroughAsync(host));

        Page loaded = await reader.SendAsync(preview, "load");

        Assert.Equal("/calendar/loaded/1", Relative(loaded));
        Assert.Equal(2027, await CoveredThroughAsync(host));
        Assert.Equal(HttpStatusCode.OK, (await reader.OpenAsync("/calendar/loaded/1")).Status);
        Assert.DoesNotContain("RI4001", (await reader.OpenAsync("/calendar?year=2027")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_CalendarChangedSinceThePreview_RefusedAndLookedAtAnew()
    {
        await using PageHost host = await PageHost.StartAsync(Now);
        using PageReader reader = await host.SignedInAsync("guan");
        Page first = await LookAsync(reader, Notices.Of2027);
        Page other = await LookAsync(reader, Notices.Guangxi);
        Assert.Equal("/calendar/loaded/1", Relative(await reader.SendAsync(other, "load")));

        Page refused = await reader.SendAsync(first, "load");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("RI2211", refused.Text, StringComparison.Ordinal);
        Assert.Equal(2026, await CoveredThroughAsync(host));
        Assert.Equal("/calendar/loaded/2", Relative(await reader.SendAsync(refused, "load")));
    }

    [Theory]
    [InlineData("RI4103", """{"year":2027,"days":[]}""")]
    [InlineData("RI4120", """{"format":"random-inspection-notices/1","notices":[]}""")]
    [InlineData("RI4114", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20270303\nSUMMARY:春节\nEND:VEVENT\nEND:VCALENDAR\n")]
    public async Task Load_BrokenNotice_RefusedWithItsCode(string code, string text)
    {
        await using PageHost host = await PageHost.StartAsync(Now);
        using PageReader reader = await host.SignedInAsync("guan");
        Page refused = await reader.SendAsync(await reader.OpenAsync("/calendar/load"), "check", ("Input.Text", text));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(code, refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_YearAfterAGap_RefusedAtTheFirstStep()
    {
        await using PageHost host = await PageHost.StartAsync(Now);
        using PageReader reader = await host.SignedInAsync("guan");
        Page refused = await reader.SendAsync(await reader.OpenAsync("/calendar/load"), "check", ("Input.Text", Notices.Bare(2028)));
        Assert.Contains("RI4116", refused.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(11, 14, null)]
    [InlineData(11, 15, "notice-warning")]
    [InlineData(12, 19, "notice-warning")]
    [InlineData(12, 20, "notice-refusal")]
    public async Task Home_NextYearsNoticeMissing_WarnsFromNovemberRedFromDecember(int month, int day, string? look)
    {
        await using PageHost host = await PageHost.StartAsync(new LocalDateTime(2026, month, day, 9, 0).InZoneStrictly(LegalTime.Zone).ToInstant());
        using PageReader reader = await host.SignedInAsync("guan");
        Page home = await reader.OpenAsync("/");
        (LogLevel Level, string Text)[] said = [.. host.Log.Of("NoticeWatchService")];
        if (look is null)
        {
            Assert.DoesNotContain("is not loaded", home.Text, StringComparison.Ordinal);
            Assert.Empty(said);
            return;
        }

        Assert.Contains("The holiday notice for 2027 is not loaded", home.Text, StringComparison.Ordinal);
        Assert.Contains($"class=\"notice {look}\" aria-label=\"Holiday notice missing\"", home.Html, StringComparison.Ordinal);
        Assert.Equal(look == "notice-refusal" ? LogLevel.Error : LogLevel.Warning, Assert.Single(said).Level);
        Assert.Contains("2027", said[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Obligation_NoticeMissingThenLoaded_UnknownThenKnownWithItsNotices()
    {
        await using PageHost host = await PageHost.StartAsync(Instant.FromUtc(2026, 12, 25, 1, 0));
        string plan = await ApprovedPlanAsync(host);
        using PageReader reader = await host.SignedInAsync("gong");
        string before = (await reader.OpenAsync($"/disclosure/plan-{plan}")).Text;
        Assert.All(["Deadline not known yet", "a conservative date", "5 January 2027", "shenyang-2020/plan", "沈政办发〔2020〕19号", "国办发明电〔2025〕7号"], part => Assert.Contains(part, before, StringComparison.OrdinalIgnoreCase));

        using PageReader administrator = await host.SignedInAsync("guan");
        await administrator.SendAsync(await LookAsync(administrator, Notices.Of2027), "load");

        string after = (await reader.OpenAsync($"/disclosure/plan-{plan}")).Text;
        Assert.DoesNotContain("not known yet", after, StringComparison.Ordinal);
        Assert.Contains("Due 11 January 2027 (confirmed)", after, StringComparison.Ordinal);
        Assert.Contains("Due 5 January 2027, a conservative date", after, StringComparison.Ordinal); // both stand in the trail
        Assert.Contains("holiday-cn 2027", after, StringComparison.Ordinal);
    }

    private static async Task<string> ApprovedPlanAsync(PageHost host)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        PlanWorkflow plans = host.Get<PlanWorkflow>();
        string plan = await plans.BeginAsync(As(Role.Drafter), 2027, "2027 年度抽查计划", cancellation);
        await plans.AddTaskAsync(As(Role.Drafter), plan, "食品经营抽查", ["SCJG-01"], new LocalDate(2027, 1, 1), new LocalDate(2027, 12, 31), cancellation);
        await plans.SubmitAsync(As(Role.Drafter), plan, cancellation);
        await plans.ApproveAsync(As(Role.GovernmentApprover), plan, cancellation);
        return plan;

        Acting As(Role role) => new(DemoPeople.InRole(role)[0], host.Clock.Now);
    }

    private static async Task<Page> LookAsync(PageReader reader, string text)
    {
        Page kept = await reader.SendAsync(await reader.OpenAsync("/calendar/load"), "check", ("Input.Text", text));
        Assert.True(kept.Status == HttpStatusCode.Found, kept.Text);
        return await reader.OpenAsync(Relative(kept));
    }

    private static string Relative(Page page)
    {
        Assert.True(page.Location is not null, page.Text);
        return Uri.TryCreate(page.Location, UriKind.Absolute, out Uri? absolute) && absolute.Scheme.StartsWith("http", StringComparison.Ordinal) ? absolute.PathAndQuery : page.Location;
    }

    private static async Task<int> CoveredThroughAsync(PageHost host) =>
        (await host.Get<CalendarInUse>().ReadAsync(TestContext.Current.CancellationToken)).Calendar.Coverage.End.Year;
}
