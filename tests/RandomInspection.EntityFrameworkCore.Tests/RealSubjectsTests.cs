using System.Collections.Immutable;
using System.Security.Cryptography;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Drawing;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.SampleData;
using RandomInspection.Tabular;

namespace RandomInspection.Tests;

/// <summary>24,249 real firms: imported and 3 % of them drawn.</summary>
public abstract class RealSubjectsTests
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
        await MatchAsync(store, way, import.Subjects);
    }

    /// <summary>All 727 visits staffed by 200 generated officers, nobody against leave or region, the load even.</summary>
    private static async Task MatchAsync(TemporaryStore store, Way way, ImmutableArray<Subject> subjects)
    {
        DateInterval leave = new(new LocalDate(2026, 11, 23), new LocalDate(2026, 11, 27));
        ImmutableArray<string> regions = [.. subjects.Select(s => s.Region).Distinct().Order(StringComparer.Ordinal)];
        ImmutableArray<Inspector> officers = SampleOfficers.Of(SampleDepartments.Market, 200, regions, leave);
        await store.Get<DirectoryWorkflow>().MergeInspectorsAsync(
            new Actor("ku", Role.DirectoryKeeper), new InspectorFile("officers.csv", new string('1', 64), officers, 0, 0), Way.Morning, Cancellation);
        await way.GoAsync("match", after: "inspectors");

        MatchView row = (await store.Get<IViews>().FindAsync<MatchView>(Way.MatchId, Cancellation))!;
        Assert.Equal((727, 1_454, 0), (row.Visits, row.Seats, row.Missing));
        Dictionary<string, Inspector> byId = officers.ToDictionary(o => o.Id);
        Dictionary<string, string> regionOf = subjects.ToDictionary(s => s.Code, s => s.Region);
        ImmutableArray<SeatView> seats = await store.Get<IViews>().QueryAllAsync(new SeatsOfMatch(Way.MatchId), Cancellation);
        Assert.Equal(1_454, seats.Length);
        Assert.All(seats, seat => Assert.True(byId[seat.Inspector].Leave.IsEmpty));
        Assert.All(seats, seat => Assert.True(byId[seat.Inspector].Regions is [] || byId[seat.Inspector].Regions.Contains(regionOf[seat.SubjectCode])));
        Assert.All(seats.GroupBy(seat => seat.Visit), visit => Assert.Equal(2, visit.Select(seat => seat.Inspector).Distinct().Count()));

        (Matching.MatchProblem Problem, Matching.MatchResult Result)? again = await way.Matches.RecomputeAsync(Way.MatchId, Cancellation);
        Assert.Equal((await way.Draws.FindAsync(Way.MatchId, Cancellation)).Matching!.Result.ResultDigest, again!.Value.Result.Digest.Hex);
        await LedgerAssert.IsSoundAsync(store);
    }
}
