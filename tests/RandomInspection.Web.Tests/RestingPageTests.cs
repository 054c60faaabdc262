using System.Net;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Drawing;
using RandomInspection.Planning;

namespace RandomInspection.Tests;

/// <summary>Resting on the pages: laid down in the design's form, previewed, frozen, shown, and its list handed to auditors only.</summary>
public sealed class RestingPageTests
{
    private static readonly (string Name, string Value)[] Usual =
    [
        ("Input.Stratification", "Region"), ("Input.Kind", "rates"), ("Input.A", "0.01"), ("Input.B", "0.02"), ("Input.C", "0.1"), ("Input.D", "0.3"),
        ("Input.Minimum", "1"), ("Input.Reserves", "2"), ("Input.Resting.Applies", "rules"), ("Input.Resting.ByAuthority", "1"),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Design_RestingRules_PreviewedSavedFrozenAndShown()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("draw");
        string task = await TaskAsync(way);
        int drawn = RecordDocument.Read((await way.Draws.PublicRecordAsync(Way.DrawId, Cancellation))!).Tasks[0].Selected.Length;
        await using PageHost host = await PageHost.StartAsync(Way.Morning, store.File);
        using PageReader drafter = await host.SignedInAsync(Way.Drafter.Person.Id);

        // The rule of Liaoning 2019 stands in the form before anything is entered.
        Page form = await drafter.OpenAsync($"/tasks/{task}");
        Assert.Matches("name=\"Input.Resting.ByAuthority\"[^>]*value=\"1\"", form.Html);
        Page preview = await SendAsync(("Input.Preview", "yes"));
        Assert.Contains($"RI2120 the authority's visits of the year, those to come included, are used up {drawn}", preview.Text, StringComparison.Ordinal);
        Assert.Contains("In which cells", preview.Text, StringComparison.Ordinal);
        Page none = await SendAsync(("Input.Preview", "yes"), ("Input.Resting.Applies", "none"));
        Assert.DoesNotContain("RI2120", none.Text, StringComparison.Ordinal);
        Page malformed = await SendAsync(("Input.Preview", "yes"), ("Input.Resting.Days", "90 days"));
        Assert.Contains("RI2123", malformed.Text, StringComparison.Ordinal);
        Assert.Matches("name=\"Input.Resting.Days\"[^>]*value=\"90 days\"", malformed.Html);
        Page unexplained = await SendAsync(("Input.Resting.KeySubjects", "91210100MA0XXXXX0X"));
        Assert.Contains("RI2128", unexplained.Text, StringComparison.Ordinal);

        Page saved = await SendAsync(("Input.Basis", "按类别抽取。"), ("Input.Resting.ByAuthority", "1"), ("Input.Resting.Classes", "D，C"));
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        TaskEvent.Designed designed = (await way.Tasks.FindAsync(task, Cancellation)).Task.Design!;
        Assert.Equal(["C", "D"], designed.Resting!.ExemptClasses);
        Assert.Equal("按类别抽取。 抽后休整：同一机关每年至多检查1次，信用类别C、D不休整。", DesignDocument.Parse(designed.Design).Design.Basis);
        Page again = await drafter.OpenAsync($"/tasks/{task}");
        Assert.Matches("name=\"Input.Basis\"[^>]*value=\"按类别抽取。\"", again.Html);
        Assert.Matches("name=\"Input.Resting.Classes\"[^>]*value=\"C D\"", again.Html);

        // A browser sends every field; what is not said here is as the form has it.
        Task<Page> SendAsync(params (string Name, string Value)[] entered) => drafter.SendAsync(
            form, "design", [.. entered, .. Usual.Where(usual => entered.All(field => field.Name != usual.Name))]);
    }

    [Fact]
    public async Task Draw_RestingUnits_EverybodyReadsTheCountsAuditorsTheList()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("draw");
        string task = await TaskAsync(way);
        RestingRules rules = RestingRules.Liaoning2019;
        DesignDocument design = DesignDocument.Parse($$"""{"kind":"rates","rates":{"A":"0.01","B":"0.02","C":"0.1","D":"0.3"},"basis":"{{rules.NameIn(null)}}"}""");
        await way.Tasks.DesignAsync(Way.Drafter, task, DirectoryCriteria.Everything, Stratification.Region, design, rules, Cancellation);
        string draw = await way.Draws.PrepareAsync(Way.Operator, task, FrameKey.Of(new byte[32]), "sha-256", Cancellation);
        string list = $"/draws/{draw}/auditor/{task}/resting.tsv";
        await using PageHost host = await PageHost.StartAsync(Way.Morning, store.File);
        using PageReader operates = await host.SignedInAsync(Way.Operator.Person.Id);
        using PageReader auditor = await host.SignedInAsync("shen");

        Page page = await operates.OpenAsync($"/draws/{draw}");
        Assert.Contains("Resting after a visit", page.Text, StringComparison.Ordinal);
        Assert.Contains("RI2120", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(list, page.Html, StringComparison.Ordinal);
        Assert.Contains(list, (await auditor.OpenAsync($"/draws/{draw}")).Html, StringComparison.Ordinal);
        Page file = await auditor.OpenAsync(list);
        Assert.Equal((HttpStatusCode.OK, RecordDocument.Read((await way.Draws.PublicRecordAsync(Way.DrawId, Cancellation))!).Tasks[0].Selected.Length), (file.Status, file.Html.Count(c => c == '\n')));
        Assert.NotEqual(HttpStatusCode.OK, (await operates.OpenAsync(list)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await auditor.OpenAsync($"/draws/{Way.DrawId}/auditor/{Way.TaskId}/resting.tsv")).Status);
        Assert.DoesNotContain("Resting after a visit", (await auditor.OpenAsync($"/draws/{Way.DrawId}")).Text, StringComparison.Ordinal);
    }

    private static async Task<string> TaskAsync(Way way)
    {
        string plan = await way.Plans.BeginAsync(Way.Drafter, 2026, "另一计划", Cancellation);
        string task = await way.Plans.AddTaskAsync(Way.Drafter, plan, "另一抽查", ["SCJG-01"], new LocalDate(2026, 11, 10), new LocalDate(2026, 12, 20), Cancellation);
        await way.Plans.SubmitAsync(Way.Drafter, plan, Cancellation);
        await way.Plans.ApproveAsync(Way.Approver, plan, Cancellation);
        return task;
    }
}
