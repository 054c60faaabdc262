using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Drawing;
using RandomInspection.Planning;
using RandomInspection.SampleData;
using RandomInspection.Tests.Acceptance;

namespace RandomInspection.Tests.Planning;

/// <summary>What a design would draw from the directory as it is: who is counted, who is left out and why, and what no directory knows.</summary>
public sealed class PreviewTests
{
    private static readonly Subject[] Subjects = [.. SampleSubjects.Generate(500)];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PreviewAsync_SomeOfTheDirectory_CountedOneByOne()
    {
        using MemoryHost host = await DraftedAsync();
        string region = Subjects[0].Region;
        DirectoryCriteria criteria = DirectoryCriteria.Everything with { Regions = [region] };
        TaskPreview preview = await host.Way.Tasks.PreviewAsync(Way.TaskId, Way.Morning, criteria, Stratification.Region, Way.Design.Design, null, Cancellation);
        Subject[] inRegion = [.. Subjects.Where(s => s.Region == region)];
        Assert.Equal(Subjects.Count(s => s.Status == SubjectStatus.Active), preview.Directory);
        Assert.Equal(inRegion.Count(s => s.Status == SubjectStatus.Active), preview.Population);
        Assert.Equal(
            inRegion.Where(s => s.Status != SubjectStatus.Active).GroupBy(s => FrameSource.ReasonOf(s.Status)).Select(g => (g.Key, (long)g.Count()))
                .Append(("criteria", Subjects.Length - inRegion.Length)).OrderBy(r => r.Item1, StringComparer.Ordinal),
            preview.LeftOut.Select(left => (left.Key, left.Value)));
        Assert.Equal(
            inRegion.Where(s => s.Status == SubjectStatus.Active).GroupBy(s => s.CreditClass).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, (long)g.Count())),
            preview.Cells.Select(cell => (cell.Count.Cell.Class, cell.Count.Population)));
        Assert.Equal((0, 0, 1L), (preview.Resting.Length, preview.Listed, preview.DirectoryVersion));
        Assert.Equal(
            preview.Cells.Select(cell => cell.Count.Population),
            (await host.Way.Tasks.CellsAsync(Way.Morning, criteria, Stratification.Region, Cancellation)).Select(cell => cell.Population));
        Assert.DoesNotContain("criteria", (await host.Way.Tasks.PreviewAsync(Way.TaskId, Way.Morning, DirectoryCriteria.Everything, Stratification.Region, Way.Design.Design, null, Cancellation)).LeftOut.Keys);
    }

    [Fact]
    public async Task PreviewOrDesignAsync_CriterionThatNoDirectoryKnows_RI2105()
    {
        using MemoryHost host = await DraftedAsync();
        (DirectoryCriteria Criteria, string Chinese, string English, string Value)[] cases =
        [
            (DirectoryCriteria.Everything with { Regions = [Subjects[0].Region, "北京"] }, "区域", "region", "北京"),
            (DirectoryCriteria.Everything with { Trades = ["Z"] }, "行业", "trade", "Z"),
            (DirectoryCriteria.Everything with { CreditClasses = ["E"] }, "信用类别", "credit class", "E"),
            (DirectoryCriteria.Everything with { Tags = ["无此标签"] }, "标签", "tag", "无此标签"),
        ];
        foreach ((DirectoryCriteria criteria, string chinese, string english, string value) in cases)
        {
            foreach (Func<Task> step in (Func<Task>[])[
                () => host.Way.Tasks.PreviewAsync(Way.TaskId, Way.Morning, criteria, Stratification.Region, Way.Design.Design, null, Cancellation),
                () => host.Way.Tasks.DesignAsync(Way.Drafter, Way.TaskId, criteria, Stratification.Region, Way.Design, Cancellation)])
            {
                Refusal refused = await host.RefusedAsync("RI2105", step);
                Assert.Equal((chinese, english, value), (refused["fieldZh"], refused["fieldEn"], refused["value"]));
            }
        }
    }

    [Fact]
    public async Task PreviewAsync_RulesThatLetNobodyRest_Refused()
    {
        using MemoryHost host = await DraftedAsync();
        await host.RefusedAsync("RI2124", () => host.Way.Tasks.PreviewAsync(Way.TaskId, Way.Morning, DirectoryCriteria.Everything, Stratification.Region, Way.Design.Design, new RestingRules(), Cancellation));
        RestingRules transferred = new() { VisitsByAuthority = 1, Exempt = new ExemptTask(RestingExemption.Transferred, "转办") };
        Refusal refused = await host.RefusedAsync("RI2127", () => host.Way.Tasks.PreviewAsync(Way.TaskId, Way.Morning, DirectoryCriteria.Everything, Stratification.Region, Way.Design.Design, transferred, Cancellation));
        Assert.Equal(("转办交办", "a matter transferred or assigned"), (refused["kindZh"], refused["kindEn"]));
    }

    [Fact]
    public async Task DesignAsync_NobodyMatches_Refused()
    {
        using MemoryHost host = await DraftedAsync();
        DirectoryCriteria nobody = DirectoryCriteria.Everything with { Statuses = [SubjectStatus.Revoked] };
        Refusal refused = await host.RefusedAsync(
            ["RI2104", "RI1210", "RI1211"], () => host.Way.Tasks.DesignAsync(Way.Drafter, Way.TaskId, nobody, Stratification.Region, Way.Design, Cancellation));
        Assert.Equal(("RI2104", Way.TaskId), (refused.Code, refused["task"]));
    }

    private static async Task<MemoryHost> DraftedAsync()
    {
        MemoryHost host = new();
        await host.Way.GoAsync("addTask");
        return host;
    }
}
