using System.Security.Cryptography;
using RandomInspection.Directories;
using RandomInspection.Drawing;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.Tabular;

namespace RandomInspection.Tests;

/// <summary>24,249 real firms: imported and 3 % of them drawn.</summary>
public sealed class RealSubjectsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WholeWay_RealFirms_ThreePercentDrawnAndVerified()
    {
        string path = Path.Combine(RepositoryFiles.SharedData, "shenyang-subjects.csv");
        if (!File.Exists(path))
        {
            Assert.Skip("The file of real firms (../shared/data/shenyang-subjects.csv) is not beside this checkout.");
        }

        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        byte[] file = await File.ReadAllBytesAsync(path, Cancellation);
        using TableReader table = TableReader.Open(file);
        SubjectImport import = SubjectTable.Read(table, SubjectColumns.Guess(table.Headers), cancellationToken: Cancellation);
        DirectoryEvent.Merged merged = await store.Get<DirectoryWorkflow>().MergeAsync(
            new Actor("ku", Role.DirectoryKeeper),
            new SubjectFile("shenyang-subjects.csv", Convert.ToHexStringLower(SHA256.HashData(file)), import.Subjects, import.RowsRefused, import.Warnings),
            Way.Morning,
            Cancellation);
        Assert.Equal((24_249, 0, 0), (merged.Inserted, merged.Updated, merged.LeftOut));

        await way.GoAsync("approve", after: "import");
        DesignDocument design = DesignDocument.Parse("""{"kind":"fixed","size":727,"weights":{"A":1,"B":2,"C":10,"D":30},"minimumPerStratum":1,"reservesPerCell":2}""");
        await way.Tasks.DesignAsync(Way.Drafter, Way.TaskId, DirectoryCriteria.Everything, Stratification.RegionAndTrade, design, Cancellation);
        await way.GoAsync("draw", after: "design");

        RecordedTask task = Assert.Single(RecordDocument.Read((await way.Draws.AuditorRecordAsync(Way.DrawId, Cancellation))!).Tasks);
        Assert.Equal(727, task.Selected.Length);
        Assert.Equal(24_249, task.Cells.Sum(c => c.Expectation.Count.Population));
        Assert.Equal(727_000_000_000, task.Cells.Sum(c => c.Expectation.ExpectedNano));
        Assert.All(task.Cells.GroupBy(c => c.Expectation.Count.Cell.Stratum), stratum => Assert.True(stratum.Sum(c => c.Size) >= 1));
        await LedgerAssert.VerifiesAsync(store, Way.DrawId);
        await LedgerAssert.IsSoundAsync(store);
    }
}
