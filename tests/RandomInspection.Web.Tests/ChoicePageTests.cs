using System.Net;
using System.Text;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Drawing;
using RandomInspection.Planning;
using RandomInspection.SampleData;

namespace RandomInspection.Tests;

/// <summary>The pages of what is drawn beside subjects, of subjects that are named instead, and what a match is proposed with.</summary>
public sealed class ChoicePageTests
{
    private const string Task = $"/tasks/{Way.TaskId}";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Choices_DeclaredFrozenDrawn_OnTaskAndPublicPage()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("design");
        await using PageHost host = await PageHost.StartAsync(Way.Morning, store.File);
        using PageReader anybody = host.Reader(), drafter = await host.SignedInAsync("ni"), operates = await host.SignedInAsync("qiu");
        Page refused = await drafter.SendAsync(await drafter.OpenAsync(Task), "choice-declare", ("Choice.Kind", "Time"), ("Choice.Options", "2026-W48"), ("Choice.Reason", "节令"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("RI2450", refused.Text, StringComparison.Ordinal);
        await SendAsync(drafter, Task, "choice-declare", ("Choice.Kind", "Time"), ("Choice.Reason", "节令"));
        Assert.Contains("1 of 10", (await drafter.OpenAsync(Task)).Text, StringComparison.Ordinal); // the weeks that November and December touch
        Assert.DoesNotContain("choice-freeze-Time", (await drafter.OpenAsync(Task)).Html, StringComparison.Ordinal);
        Page early = await operates.SendAsync(await operates.OpenAsync(Task), "freeze");
        Assert.Contains("RI2457", early.Text, StringComparison.Ordinal);
        Page frozen = await operates.SendAsync(await operates.OpenAsync(Task), "choice-freeze-Time");
        Assert.EndsWith($"/draws/{Way.DrawId}", frozen.Location, StringComparison.Ordinal);
        Assert.Contains("Time: 10 choices", (await operates.OpenAsync($"/draws/{Way.DrawId}")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.OpenAsync($"/draws/{Way.DrawId}/{Way.TaskId}/frame.tsv")).Status);

        await way.CeremonyAsync(Way.DrawId);
        TaskChoice drawn = (await way.Tasks.FindAsync(Way.TaskId, Cancellation)).Task.Choices[ChoiceKind.Time].Chosen[0];
        Page open = await anybody.OpenAsync($"/draws/{Way.DrawId}");
        Assert.Contains($"Time: {drawn.Label}", open.Text, StringComparison.Ordinal);
        Assert.Contains("id=\"verify\"", open.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"list\"", open.Html, StringComparison.Ordinal);
        Assert.Contains($"Drawn {drawn.Label}", (await drafter.OpenAsync(Task)).Text, StringComparison.Ordinal);
        Assert.Contains("Time: 食品经营抽查", (await anybody.OpenAsync("/draws")).Text, StringComparison.Ordinal);
        Assert.Contains("task.choicesDrawn", (await drafter.OpenAsync($"{Task}/trail")).Html, StringComparison.Ordinal);

        // Anybody takes record, choices and key and recomputes all of it.
        Dictionary<string, byte[]> frames = new() { [Way.TaskId] = Encoding.UTF8.GetBytes((await anybody.OpenAsync($"/draws/{Way.DrawId}/{Way.TaskId}/frame.tsv")).Html) };
        Dictionary<string, FrameKey> keys = new() { [Way.TaskId] = FrameKey.Parse((await anybody.OpenAsync($"/draws/{Way.DrawId}/{Way.TaskId}/key.txt")).Html.Trim()) };
        string record = (await anybody.OpenAsync($"/draws/{Way.DrawId}/record.json")).Html;
        Assert.True(new RecordVerifier().Verify(Encoding.UTF8.GetBytes(record), frames, keys).Verifies);

        // A draw of subjects keeps its frame for auditors.
        await way.CeremonyAsync(await way.Draws.PrepareAsync(Way.Operator, Way.TaskId, FrameKey.Of(new byte[32]), "sha-256", Cancellation));
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.OpenAsync($"/draws/D2026-0002/{Way.TaskId}/frame.tsv")).Status);
    }

    [Fact]
    public async Task Named_ReasonsApprovalAndFlag_OnThePages()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.ImportAsync();
        await using PageHost host = await PageHost.StartAsync(Way.Morning, store.File);
        using PageReader anybody = host.Reader(), drafter = await host.SignedInAsync("ni"), head = await host.SignedInAsync("shou");
        (string, string)[] fields = [("Input.Title", "冷链投诉核查"), ("Input.Kind", "AdHoc"), ("Input.Scale", "Proportional"), ("Input.Words", "12345 热线"), ("Input.Named", "2")];
        Page order = await drafter.SendAsync(await drafter.OpenAsync("/plans/ad-hoc"), "new-ad-hoc", [.. fields, ("Input.Ground", "SuperiorOrder")]);
        Assert.Contains("RI2470", order.Text, StringComparison.Ordinal);
        await SendAsync(drafter, "/plans/ad-hoc", "new-ad-hoc", [.. fields, ("Input.Ground", "Complaint")]);
        Assert.Contains("Named, 2 at most", (await drafter.OpenAsync("/plans/A2026-001")).Text, StringComparison.Ordinal);
        string task = await way.Plans.AddTaskAsync(Way.Drafter, "A2026-001", "冷链投诉核查", ["SCJG-01"], new LocalDate(2026, 11, 1), new LocalDate(2026, 12, 31), Cancellation);
        await way.Plans.SubmitAsync(Way.Drafter, "A2026-001", Cancellation);
        await way.Plans.ApproveAsync(Way.Approver, "A2026-001", Cancellation);

        Subject subject = SampleSubjects.Generate(500).First(s => s.Status == SubjectStatus.Active);
        await SendAsync(drafter, $"/tasks/{task}", "name", ("Subjects", $"{subject.Code} 12345 热线第 8 号"));
        Page waits = await head.OpenAsync($"/tasks/{task}");
        Assert.Contains("Waits for a second person", waits.Text, StringComparison.Ordinal);
        Assert.Contains("12345 热线第 8 号", waits.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"Input.Regions\"", (await drafter.OpenAsync($"/tasks/{task}")).Html, StringComparison.Ordinal); // no criteria, no design
        await SendAsync(head, $"/tasks/{task}", "approve-named");
        await way.CeremonyAsync(await way.Draws.PrepareAsync(Way.Operator, task, FrameKey.Of(new byte[32]), "sha-256", Cancellation));
        Page open = await anybody.OpenAsync($"/draws/{Way.DrawId}");
        Assert.Contains("Named, not drawn", open.Text, StringComparison.Ordinal);
        Assert.Contains(subject.Name, open.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("第 8 号", open.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PlanMatch_CatalogueDemandsQualifications_ChosenAtFirst()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("inspectors");
        await using PageHost host = await PageHost.StartAsync(Way.Morning, store.File);
        using PageReader operates = await host.SignedInAsync("qiu");
        Assert.Equal(["SCJG-01"], Checked((await operates.OpenAsync($"{Task}/match")).Html)); // a key item: its officers are qualified for it
        Assert.Equal(["SCJG-02"], Checked((await operates.OpenAsync($"{Task}/match?From=2026-11-23&To=2026-12-04&Qualifications=SCJG-02")).Html));
        Assert.Empty(Checked((await operates.OpenAsync($"{Task}/match?Capacity=40")).Html));

        static IEnumerable<string> Checked(string html) => System.Text.RegularExpressions.Regex.Matches(html, "<input[^>]*name=\"Qualifications\"[^>]*>", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1))
            .Select(match => WebUtility.HtmlDecode(match.Value)).Where(input => input.Contains("checked", StringComparison.Ordinal))
            .Select(input => input.Split("value=\"")[1].Split('"')[0]);
    }

    private static async Task SendAsync(PageReader reader, string path, string form, params (string Name, string Value)[] fields)
    {
        Page answer = await reader.SendAsync(await reader.OpenAsync(path), form, fields);
        Assert.True(answer.Status == HttpStatusCode.Found, $"{form}: {answer.Status} {answer.Text}");
    }
}
