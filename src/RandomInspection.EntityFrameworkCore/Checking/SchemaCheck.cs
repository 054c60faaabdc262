using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using RandomInspection.Ledger;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>That the database is whole, and that tables, indexes and triggers are those of this version: the ones that keep the log append-only among them.</summary>
internal sealed class SchemaCheck(CheckedStore store)
{
    // Files of earlier versions have Entity Framework's lock, which this one does without.
    private const string Objects = "SELECT \"name\", \"type\" || ': ' || coalesce(\"sql\", '') FROM sqlite_schema WHERE \"name\" NOT LIKE 'sqlite\\_stat%' ESCAPE '\\' AND \"tbl_name\" <> '__EFMigrationsLock'";

    private static readonly Lazy<Task<SortedDictionary<string, string>>> Expected = new(() => ExpectedAsync(CancellationToken.None));

    public async Task<Refusal?> RunAsync(CancellationToken cancellation)
    {
        if (store.Context.Database.GetDbConnection() is not SqliteConnection)
        {
            return null;
        }

        if (await store.ScalarAsync("PRAGMA integrity_check(1)", cancellation) is var whole && whole is not "ok")
        {
            return StoreDifferences.DatabaseBroken.With(("detail", whole as string ?? RawTable.Show(whole)));
        }

        if (await OtherVersionAsync(cancellation) is { } other)
        {
            return other;
        }

        SortedDictionary<string, string> expected = await Expected.Value;
        SortedDictionary<string, string> stored = await ReadAsync(store.Command(Objects), cancellation);
        string? first = expected.Keys.Union(stored.Keys).Order(StringComparer.Ordinal)
            .FirstOrDefault(name => expected.GetValueOrDefault(name) != stored.GetValueOrDefault(name));
        return first is null ? await StrangeRowAsync(cancellation) : StoreDifferences.SchemaDiffers.With(
            ("name", first), ("stored", RawTable.Show(stored.GetValueOrDefault(first))), ("expected", RawTable.Show(expected.GetValueOrDefault(first))));
    }

    /// <summary>The migrations are those of this version, each once.</summary>
    private async Task<Refusal?> OtherVersionAsync(CancellationToken cancellation)
    {
        string[] known = [.. store.Context.Database.GetMigrations()];
        string[] applied = [.. await store.Context.Database.GetAppliedMigrationsAsync(cancellation)];
        string? first = known.Except(applied).Concat(applied.Except(known)).Order(StringComparer.Ordinal).FirstOrDefault();
        return first is null ? null : StoreDifferences.OtherVersion.With(("database", store.Context.Database.GetDbConnection().DataSource), ("detail", first));
    }

    /// <summary>Heads, subtrees and versions of logs and directories that there are not.</summary>
    private async Task<Refusal?> StrangeRowAsync(CancellationToken cancellation) =>
        await store.ScalarAsync("SELECT \"Id\" FROM \"ledger_head\" WHERE \"Id\" NOT IN (1, 2)", cancellation) is { } head
            ? StoreDifferences.HeadDiffers.With(("log", "?"), ("member", "Id"), ("stored", RawTable.Show(head)), ("computed", RawTable.Show(null)))
        : await store.ScalarAsync("SELECT \"Log\" FROM \"ledger_node\" WHERE \"Log\" NOT IN (0, 1)", cancellation) is { } log
            ? StoreDifferences.NodeDiffers.With(("log", RawTable.Show(log)), ("level", "?"), ("index", "?"), ("stored", "?"), ("computed", RawTable.Show(null)))
        : await store.ScalarAsync($"SELECT \"Name\" FROM \"directory\" WHERE \"Name\" NOT IN ('{DirectoryRow.Subjects}', '{DirectoryRow.Inspectors}')", cancellation) is { } directory
            ? StoreDifferences.DirectoryDiffers.With(("directory", directory as string ?? RawTable.Show(directory)), ("id", ""), ("column", "Name"), ("stored", RawTable.Show(directory)), ("computed", RawTable.Show(null)))
            : null;

    /// <summary>What the migrations make of an empty database.</summary>
    private static async Task<SortedDictionary<string, string>> ExpectedAsync(CancellationToken cancellation)
    {
        await using SqliteConnection memory = new("Data Source=:memory:");
        await memory.OpenAsync(cancellation);
        await using InspectionContext context = new(new DbContextOptionsBuilder<InspectionContext>().UseSqlite(memory).Options);
        await context.Database.MigrateAsync(cancellation);
        DbCommand objects = memory.CreateCommand();
        objects.CommandText = Objects;
        return await ReadAsync(objects, cancellation);
    }

    private static async Task<SortedDictionary<string, string>> ReadAsync(DbCommand objects, CancellationToken cancellation)
    {
        await using (objects)
        {
            SortedDictionary<string, string> found = new(StringComparer.Ordinal);
            await using DbDataReader rows = await objects.ExecuteReaderAsync(cancellation);
            while (await rows.ReadAsync(cancellation))
            {
                found[rows.GetString(0)] = rows.GetString(1);
            }

            return found;
        }
    }
}
