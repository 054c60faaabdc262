using System.Reflection;
using RandomInspection.BouncyCastle;
using RandomInspection.Drawing;
using RandomInspection.EntityFrameworkCore;
using RandomInspection.TestKit;
using RandomInspection.TestKit.Xunit;

namespace RandomInspection.Tests;

/// <summary>No implementation of a port is without a suite.</summary>
public sealed class CompletenessTests
{
    private static readonly Assembly Here = typeof(CompletenessTests).Assembly;

    /// <summary>What a reader or a draw sees of somebody else's store is no store: it leaves out or changes rows on purpose; nor is what a message that comes in writes through.</summary>
    [Fact]
    public void Gaps_TheHousesImplementations_EveryStoreHasASuite() => Assert.Equal(
        [
            "RandomInspection.Exchange.JoinedLedger implements ILedger and has no suite.",
            "RandomInspection.Exchange.UnkeptEvidence implements IEvidenceStore and has no suite.",
            "RandomInspection.Planning.DirectoryOfDraws implements ISubjectDirectory and has no suite.",
            "RandomInspection.Planning.OpenViews implements IViews and has no suite.",
        ],
        SuiteCompleteness.Gaps(Here, typeof(DrawEngine).Assembly, typeof(InspectionContext).Assembly, typeof(Sm3).Assembly));

    [Fact]
    public void Gaps_BrokenStoresOfThisAssembly_NamedOneByOne()
    {
        string[] gaps = [.. SuiteCompleteness.Gaps(Here, Here).Where(gap => gap.EndsWith("has no suite.", StringComparison.Ordinal))];
        Assert.Contains("RandomInspection.Tests.Broken.LosesUpdates implements ILedger and has no suite.", gaps);
        Assert.Contains("RandomInspection.Tests.Broken.MondayToFriday implements IWorkingDayCalendar and has no suite.", gaps);
        Assert.True(gaps.Length > 20, $"{gaps.Length} gaps");
    }

    [Fact]
    public void Gaps_SuitesOfOtherAssemblies_ProveWhatIsNotThere() => Assert.Contains(
        "A suite of ILedger proves RandomInspection.Storage.InMemoryLedger, which is not there or does not implement it.", SuiteCompleteness.Gaps(Here, Here));

    [Fact]
    public void Check_Gap_FailsTheTest() => Assert.Throws<Xunit.Sdk.FailException>(() => SuiteCompleteness.Check(Here, Here));

    [Fact]
    public void Contracts_Suites_OneForEach() => Assert.Equal(
        Contracts.All.Length,
        typeof(SuiteCompleteness).Assembly.GetExportedTypes().Count(type => type is { IsAbstract: true, IsGenericType: false } && type.Name.EndsWith("Suite", StringComparison.Ordinal)));
}
