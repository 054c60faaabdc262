using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using RandomInspection.EntityFrameworkCore;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Tests;

/// <summary>Rows of a time before draws were shared: what the log says of them is told by the migration.</summary>
public sealed class SharedDrawMigrationTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Migrate_RowsOfBefore_AsTheLogSays()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("match");
        DrawView draw = (await store.Get<IViews>().FindAsync<DrawView>(Way.DrawId, Cancellation))!;
        MatchView match = (await store.Get<IViews>().FindAsync<MatchView>(Way.MatchId, Cancellation))!;
        Assert.Equal((false, true), (draw.BreakOff, match.BreakOff)); // the draw has a lottery, the match has none

        // The tables as they were, with the rows that stood in them.
        IDbContextFactory<InspectionContext> contexts = store.Get<IDbContextFactory<InspectionContext>>();
        await using (InspectionContext context = await contexts.CreateDbContextAsync(Cancellation))
        {
            await context.Database.ExecuteSqlRawAsync(
                """
                ALTER TABLE "draw_view" DROP COLUMN "Joined";
                ALTER TABLE "draw_view" DROP COLUMN "BreakOff";
                ALTER TABLE "match_view" DROP COLUMN "Joined";
                ALTER TABLE "match_view" DROP COLUMN "BreakOff";
                DROP TABLE "draw_offer_view";
                DELETE FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261125000200_AddSharedDraws';
                """,
                Cancellation);
            await context.GetService<IMigrator>().MigrateAsync(cancellationToken: Cancellation);
        }

        Assert.Equal(draw.ToString(), (await store.Get<IViews>().FindAsync<DrawView>(Way.DrawId, Cancellation))!.ToString());
        Assert.Equal(match.ToString(), (await store.Get<IViews>().FindAsync<MatchView>(Way.MatchId, Cancellation))!.ToString());
        await LedgerAssert.IsSoundAsync(store);
        store.IsTampered = true; // the columns are back, but not as the first migrations wrote them
    }
}
