using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NodaTime;
using RandomInspection.Inspections;
using RandomInspection.Planning;
using RandomInspection.Tests.Acceptance;

namespace RandomInspection.Tests;

/// <summary>待办：the home of each role shows what waits for it, green, yellow or red, the most urgent first.</summary>
public sealed partial class WaitingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, "In time", "badge-done")]
    [InlineData(11, "Due soon", "badge-warning")]
    [InlineData(30, "Overdue", "badge-refused")]
    public async Task Home_OfAPublisher_SaysHowNearTheLastDayIs(int days, string word, string badge)
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("audit");
        await using PageHost host = await PageHost.StartAsync(Way.Morning + Duration.FromDays(days), store.File);
        using PageReader publisher = await host.SignedInAsync("gong");
        string[] rows = Rows((await publisher.OpenAsync("/")).Html);
        string row = Assert.Single(rows, row => row.Contains("/disclosure?of=mine", StringComparison.Ordinal));
        Assert.Contains(badge, row, StringComparison.Ordinal);
        Assert.Contains(word, row, StringComparison.Ordinal);
        Assert.Contains("by 7 December 2026", row, StringComparison.Ordinal);
        using PageReader supervisor = await host.SignedInAsync("shen");
        Assert.Equal(word == "Overdue", Rows((await supervisor.OpenAsync("/")).Html).Any(found => found.Contains("/disclosure?state=Overdue", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Home_SeveralSteps_TheEarliestFirstAndThoseWithoutADayLast()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("decide");
        await using PageHost host = await PageHost.StartAsync(Way.Morning, store.File);
        using PageReader publisher = await host.SignedInAsync("gong");
        string html = (await publisher.OpenAsync("/")).Html;
        string[] rows = Rows(html);
        Assert.True(rows.Length >= 3, html);
        DateTime[] days = [.. rows.Select(row => Day().Match(row)).Where(found => found.Success).Select(found => DateTime.Parse(found.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture))];
        Assert.Equal(rows.Length, days.Length);
        Assert.Equal(days.Order(), days);
        Assert.True(html.IndexOf("waiting-title", StringComparison.Ordinal) < html.IndexOf("hero-title", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Home_OfAnInspector_HasWhatTheirTeamOrderedToBePutRight()
    {
        await using PageHost host = await PageHost.StartAsync(MemoryHost.Morning);
        using MemoryHost way = new(host.Services);
        await way.ImportAsync();
        string task = await way.ApprovedAsync();
        await way.DrawnAsync(task, 30);
        await way.MatchedAsync(task);
        foreach (VisitView row in await way.Views.QueryAsync(new VisitsOfTask(task) { Take = 30 }, Cancellation))
        {
            ImmutableArray<string> team = (await way.Visits.FindAsync(row.Key, Cancellation)).Team.Inspectors;
            await way.ArrivedAsync(row.Key);
            Acting officer = await way.FirstOfficerAsync(row.Key);
            await way.Visits.EnterAllAsync(officer, row.Key, ItemResult.OrderedToCorrect, "标签不全", Cancellation);
            await way.Visits.ConcludeAsync(officer, row.Key, Cancellation);
            await way.Visits.DecideAsync(officer, row.Key, MeasureKind.Order, "责令改正标签", "食品安全法 第一百二十五条", MemoryHost.Today, Cancellation);
            await way.Visits.FollowAsync(officer, row.Key, 1, MemoryHost.Today.PlusDays(15), Cancellation);
            string[] rows = await RowsOfAsync("chai");
            Assert.Equal(team.Contains("chai"), rows.Any(found => found.Contains($"/visits/{row.Key}\"", StringComparison.Ordinal) && found.Contains("See whether it was put right", StringComparison.Ordinal)));
        }

        Assert.Contains(await RowsOfAsync("chai"), found => found.Contains("See whether it was put right", StringComparison.Ordinal));
        Assert.DoesNotContain(await RowsOfAsync("lv"), found => found.Contains("See whether it was put right", StringComparison.Ordinal));

        async Task<string[]> RowsOfAsync(string person)
        {
            using PageReader reader = await host.SignedInAsync(person);
            return Rows((await reader.OpenAsync("/")).Html);
        }
    }

    [Fact]
    public async Task Home_OfAnAuthoritysHead_OwesTheApprovalOfAnEmergencyTheNextWorkingDay()
    {
        await using PageHost host = await PageHost.StartAsync(MemoryHost.Morning);
        using MemoryHost way = new(host.Services);
        VisitView visit = (await way.WithVisitsAsync())[0];
        await way.Visits.ArriveAsync(await way.FirstOfficerAsync(visit.Key), visit.Key, null, Cancellation, "投诉举报：正在销售过期食品");
        using PageReader head = await host.SignedInAsync("shou");
        string row = Assert.Single(Rows((await head.OpenAsync("/")).Html), row => row.Contains("began in an emergency", StringComparison.Ordinal));
        Assert.Contains("by 24 November 2026", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Home_NothingWaits_SaysSo()
    {
        await using PageHost host = await PageHost.StartAsync(Way.Morning);
        using PageReader reader = await host.SignedInAsync("gong");
        Page page = await reader.OpenAsync("/");
        Assert.Empty(Rows(page.Html));
        Assert.Contains("Nothing waits for you now", page.Text, StringComparison.Ordinal);
    }

    private static string[] Rows(string html) =>
        [.. Row().Matches(List().Match(html).Value).Select(row => row.Value)];

    [GeneratedRegex("<ul class=\"waiting-list\">.*?</ul>", RegexOptions.Singleline)]
    private static partial Regex List();

    [GeneratedRegex("<li>.*?</li>", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex("by ([0-9]+ [A-Z][a-z]+ [0-9]{4})")]
    private static partial Regex Day();
}
