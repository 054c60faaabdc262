using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using NodaTime;
using RandomInspection.EntityFrameworkCore;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Tests;

/// <summary>Rows of a time before the course of a visit stood in them: what the log says is told by the migration.</summary>
public sealed class VisitCourseMigrationTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Migrate_RowsOfBefore_AsTheLogSays()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("decide");
        Visit visit = await way.Visits.FindAsync(Way.VisitId, Cancellation);
        Acting officer = Way.Officer(visit.Team.Inspectors[0]);
        LocalDate day = visit.BegunOn!.Value;
        await way.Visits.DecideAsync(officer, visit.Id, MeasureKind.Compulsion, "查封", "法", day, Cancellation);
        await way.Visits.FollowAsync(officer, visit.Id, 1, day.PlusDays(9), Cancellation);
        await CheckAsync(store, day);
        await way.Visits.FollowAsync(officer, visit.Id, 2, day.PlusDays(20), Cancellation);
        await way.Visits.RecheckAsync(officer, visit.Id, 1, RecheckOutcome.NotCorrected, "未改", Cancellation);
        await CheckAsync(store, day.PlusDays(9));
        await way.Visits.FollowAsync(officer, visit.Id, 1, day.PlusDays(12), Cancellation);
        await CheckAsync(store, day.PlusDays(12));
        await way.Visits.RecheckAsync(officer, visit.Id, 1, RecheckOutcome.Corrected, "已改", Cancellation);
        await CheckAsync(store, day.PlusDays(20));
        await way.Visits.RecheckAsync(officer, visit.Id, 2, RecheckOutcome.Corrected, "已解除", Cancellation);
        await CheckAsync(store, null);
        await LedgerAssert.IsSoundAsync(store);
        store.IsTampered = true; // the columns are back, but not as the first migrations wrote them
    }

    [Fact]
    public async Task Migrate_TransfersOfBefore_AsTheLogSays()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("decide");
        await CheckReferredAsync(store, false);
        Visit visit = await way.Visits.FindAsync(Way.VisitId, Cancellation);
        await way.Visits.DecideAsync(Way.Officer(visit.Team.Inspectors[0]), visit.Id, MeasureKind.Transfer, "移送公安机关", "法", visit.BegunOn!.Value, Cancellation);
        await CheckReferredAsync(store, true);
        await LedgerAssert.IsSoundAsync(store);
        store.IsTampered = true; // the column is back, but not as the first migrations wrote it
    }

    private static async Task CheckReferredAsync(TemporaryStore store, bool referred)
    {
        await using InspectionContext context = await store.Get<IDbContextFactory<InspectionContext>>().CreateDbContextAsync(Cancellation);
        await context.Database.ExecuteSqlRawAsync(
            """
            ALTER TABLE "visit_view" DROP COLUMN "Referred";
            DELETE FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126180000_AddReferrals';
            """,
            Cancellation);
        await context.GetService<IMigrator>().MigrateAsync(cancellationToken: Cancellation);
        Assert.Equal(referred, (await store.Get<IViews>().FindAsync<VisitView>(Way.VisitId, Cancellation))!.Referred);
    }

    /// <summary>Takes the columns away as they once were not there, migrates, and finds every row as it was.</summary>
    private static async Task CheckAsync(TemporaryStore store, LocalDate? recheckDueOn)
    {
        ImmutableArray<VisitView> before = await store.Get<IViews>().QueryAllAsync(new VisitsOfTask(Way.TaskId), Cancellation);
        Assert.Equal((recheckDueOn, true), (before.Single(row => row.Key == Way.VisitId).RecheckDueOn, before.Single(row => row.Key == Way.VisitId).Approved));
        await using InspectionContext context = await store.Get<IDbContextFactory<InspectionContext>>().CreateDbContextAsync(Cancellation);
        await context.Database.ExecuteSqlRawAsync(
            """
            ALTER TABLE "visit_view" DROP COLUMN "Approved";
            ALTER TABLE "visit_view" DROP COLUMN "BegunOn";
            ALTER TABLE "visit_view" DROP COLUMN "Day";
            ALTER TABLE "visit_view" DROP COLUMN "Proposed";
            ALTER TABLE "visit_view" DROP COLUMN "RecheckDueOn";
            DELETE FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126150000_AddVisitCourse';
            """,
            Cancellation);
        await context.GetService<IMigrator>().MigrateAsync(cancellationToken: Cancellation);
        Assert.Equal(before.Select(row => row.ToString()), (await store.Get<IViews>().QueryAllAsync(new VisitsOfTask(Way.TaskId), Cancellation)).Select(row => row.ToString()));
    }
}
