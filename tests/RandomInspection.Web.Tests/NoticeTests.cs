using System.Net;
using RandomInspection.Disclosure;
using RandomInspection.Planning;

namespace RandomInspection.Tests;

/// <summary>The notice of results: whole for the department, for the public what is published.</summary>
public sealed class NoticeTests
{
    private const string Measure = "责令改正标签";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Notice_MeasureNotPublished_ForTheDepartmentOnly()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("decide");
        await using PageHost host = await PageHost.StartAsync(Way.Morning, store.File);
        using PageReader anybody = host.Reader();
        using PageReader head = await host.SignedInAsync("shou");
        string[] paths = [$"/visits/{Way.VisitId}/notice", $"/results/{Way.VisitId}"];
        foreach (string path in paths)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await anybody.OpenAsync(path)).Status);
        }

        Assert.Contains(Measure, (await head.OpenAsync(paths[0])).Text, StringComparison.Ordinal);

        await way.StepAsync("publishResult");
        foreach (string path in paths)
        {
            Page page = await anybody.OpenAsync(path);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Contains("标签不全", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(Measure, page.Text, StringComparison.Ordinal);
        }

        Acting publisher = Way.As(Role.Publisher);
        await store.Get<DisclosureWorkflow>().PublishAsync(publisher, $"measure-{Way.VisitId}-1", "公示系统", Cancellation);
        foreach (string path in paths)
        {
            Assert.Contains(Measure, (await anybody.OpenAsync(path)).Text, StringComparison.Ordinal);
        }
    }
}
