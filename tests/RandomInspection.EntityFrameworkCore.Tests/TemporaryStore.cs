using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RandomInspection.Catalogue;
using RandomInspection.EntityFrameworkCore;
using RandomInspection.Ledger;
using RandomInspection.SampleData;

namespace RandomInspection.Tests;

/// <summary>A host's services over a database of its own, on PostgreSQL where the test's class says so and else on SQLite; a second one over the same folder is a restart.</summary>
internal sealed class TemporaryStore : IAsyncDisposable
{
    private readonly bool _ownsFolder;
    private readonly ServiceProvider _services;

    private TemporaryStore(string folder, string connectionString, bool ownsFolder, ServiceProvider services)
    {
        Folder = folder;
        ConnectionString = connectionString;
        _ownsFolder = ownsFolder;
        _services = services;
    }

    /// <summary>Where its files are; on PostgreSQL the database is named as the folder.</summary>
    public string Folder { get; }

    /// <summary>Whether somebody tampered with it: then it is not checked when the test ends.</summary>
    public bool IsTampered { get; set; }

    public string ConnectionString { get; }

    public string File => FileIn(Folder);

    /// <summary>A host.</summary>
    /// <param name="folder">The folder of another store whose database it shares; <see langword="null"/> for one of its own.</param>
    /// <param name="first">What is registered before the library.</param>
    /// <param name="last">What is registered after it.</param>
    /// <param name="role">On PostgreSQL, in whose name it connects.</param>
    /// <param name="connectionString">How it connects, if not straight to the database.</param>
    /// <param name="migrate">Whether it brings the database to this version's tables.</param>
    public static async Task<TemporaryStore> CreateAsync(
        string? folder = null,
        Action<IServiceCollection>? first = null,
        Action<IServiceCollection>? last = null,
        string? role = null,
        string? connectionString = null,
        bool migrate = true)
    {
        string at = folder ?? Directory.CreateTempSubdirectory("ri-store-").FullName;
        if (!OnPostgreSqlAttribute.Holds)
        {
            connectionString ??= $"Data Source={FileIn(at)}";
        }
        else
        {
            if (folder is null)
            {
                await PostgreSqlDatabases.CreateAsync(Path.GetFileName(at));
            }

            connectionString ??= await PostgreSqlDatabases.ConnectionStringAsync(Path.GetFileName(at), role);
        }

        ServiceCollection services = new();
        first?.Invoke(services);
        RandomInspectionBuilder builder = services.AddRandomInspection();
        _ = OnPostgreSqlAttribute.Holds ? builder.UsePostgreSql(connectionString) : builder.UseSqlite(connectionString);
        builder
            .UseCatalogue(SampleItems.All.Select(i => new InspectionItem(
                i.Code, i.DepartmentId, i.ChineseTitle, i.EnglishTitle, i.LegalBasis, i.Kind == SampleItemKind.Key, i.RatioPercent)))
            .UseStaff(SampleDepartments.All.Select(d => new Department(d.Id, d.ChineseName, d.EnglishName)), DemoPeople.All);
        last?.Invoke(services);
        ServiceProvider provider = services.BuildServiceProvider();
        if (migrate)
        {
            await provider.MigrateAsync(TestContext.Current.CancellationToken);
        }

        return new TemporaryStore(at, connectionString, folder is null, provider);
    }

    public IServiceProvider Services => _services;

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>A connection past the store, to look and to meddle.</summary>
    public async Task<DbConnection> ConnectAsync()
    {
        DbConnection connection = OnPostgreSqlAttribute.Holds ? new NpgsqlConnection($"{ConnectionString};Pooling=false") : new SqliteConnection($"{ConnectionString};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    /// <summary>Runs statements past the store.</summary>
    public async Task<int> ExecuteAsync(string sql)
    {
        await using DbConnection connection = await ConnectAsync();
        await using DbCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // A test's own statements.
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        // Whatever a test did by the ports, the store holds what its logs give: every row of every view, every file, every hash.
        Refusal? difference = null;
        if (!IsTampered)
        {
            await using StoreCheck check = await StoreCheck.BeginAsync(_services, [], CancellationToken.None);
            difference = await check.RunAsync(CancellationToken.None);
        }

        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        if (!_ownsFolder)
        {
            return;
        }

        Directory.Delete(Folder, recursive: true);
        if (OnPostgreSqlAttribute.Holds)
        {
            await using NpgsqlConnection pooled = new(ConnectionString);
            NpgsqlConnection.ClearPool(pooled);
            await PostgreSqlDatabases.DropAsync(Path.GetFileName(Folder));
        }

        // Tests of the port write events that no version knows; that ends the check after the trees.
        Assert.True(difference is null || difference.Code == StoreDifferences.EventUnreadable.Code, $"{difference?.Code}: {difference?.Reason(Language.English)}");
    }

    private static string FileIn(string folder) => Path.Combine(folder, "inspection.db");
}
