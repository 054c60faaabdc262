using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>The objects of a SQLite file, each with the statement that made it.</summary>
internal static class SqliteSchema
{
    // Files of earlier versions have Entity Framework's lock, which this one does without.
    private const string Objects = "SELECT \"name\", \"type\" || ': ' || coalesce(\"sql\", '') FROM sqlite_schema WHERE \"name\" NOT LIKE 'sqlite\\_stat%' ESCAPE '\\' AND \"tbl_name\" <> '__EFMigrationsLock'";

    private static readonly Lazy<Task<SortedDictionary<string, string>>> Made = new(MakeAsync);

    /// <summary>What the migrations make of an empty database.</summary>
    public static Task<SortedDictionary<string, string>> ExpectedAsync() => Made.Value;

    /// <summary>What a store has.</summary>
    public static Task<SortedDictionary<string, string>> StoredAsync(CheckedStore store, CancellationToken cancellation) => ReadAsync(store.Command(Objects), cancellation);

    private static async Task<SortedDictionary<string, string>> MakeAsync()
    {
        await using SqliteConnection memory = new("Data Source=:memory:");
        await memory.OpenAsync();
        await using InspectionContext context = new(new DbContextOptionsBuilder<InspectionContext>().UseSqlite(memory).Options);
        await context.Database.MigrateAsync();
        DbCommand objects = memory.CreateCommand();
        objects.CommandText = Objects;
        return await ReadAsync(objects, CancellationToken.None);
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
