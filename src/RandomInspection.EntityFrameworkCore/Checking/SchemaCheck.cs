using Microsoft.EntityFrameworkCore;
using RandomInspection.Ledger;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>That the database is whole, and that tables, indexes and triggers are those of this version: the ones that keep the log append-only among them.</summary>
internal sealed class SchemaCheck(CheckedStore store)
{
    public async Task<Refusal?> RunAsync(CancellationToken cancellation)
    {
        if (!store.IsPostgreSql && await store.ScalarAsync("PRAGMA integrity_check(1)", cancellation) is var whole && whole is not "ok")
        {
            return StoreDifferences.DatabaseBroken.With(("detail", whole as string ?? RawTable.Show(whole)));
        }

        if (await OtherVersionAsync(cancellation) is { } other)
        {
            return other;
        }

        (IReadOnlyDictionary<string, string> expected, IReadOnlyDictionary<string, string> stored) = store.IsPostgreSql
            ? (PostgreSqlSchema.Expected(store.Context), await PostgreSqlSchema.StoredAsync(store, cancellation))
            : (await SqliteSchema.ExpectedAsync(), await SqliteSchema.StoredAsync(store, cancellation));
        string? first = expected.Keys.Union(stored.Keys).Order(StringComparer.Ordinal)
            .FirstOrDefault(name => expected.GetValueOrDefault(name) != stored.GetValueOrDefault(name));
        return first is null ? await FilesAsync(cancellation) ?? await StrangeRowAsync(cancellation) : StoreDifferences.SchemaDiffers.With(
            ("name", first), ("stored", RawTable.Show(stored.GetValueOrDefault(first))), ("expected", RawTable.Show(expected.GetValueOrDefault(first))));
    }

    private async Task<Refusal?> FilesAsync(CancellationToken cancellation) => store.IsPostgreSql ? await new PostgreSqlFiles(store).RunAsync(cancellation) : null;

    /// <summary>The migrations are those of this version, each once.</summary>
    private async Task<Refusal?> OtherVersionAsync(CancellationToken cancellation)
    {
        string[] known = [.. store.Context.Database.GetMigrations()];
        string[] applied = [.. await store.Context.Database.GetAppliedMigrationsAsync(cancellation)];
        string? first = known.Except(applied).Concat(applied.Except(known)).Order(StringComparer.Ordinal).FirstOrDefault();
        return first is null ? null : StoreDifferences.OtherVersion.With(
            ("database", store.IsPostgreSql ? store.Context.Database.GetDbConnection().Database : store.Context.Database.GetDbConnection().DataSource), ("detail", first));
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
}
