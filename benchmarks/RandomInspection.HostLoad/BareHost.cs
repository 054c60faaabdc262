using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Data.Sqlite;

namespace RandomInspection.HostLoad;

/// <summary>What could not be less: a row read by its key, twenty rows in order, and a row inserted and on disk, by the same server and driver over the same file.</summary>
internal sealed class BareHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private BareHost(string database)
    {
        string connection = $"Data Source={database};Default Timeout=10";
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.MapGet("/read/{key}", async (string key) =>
        {
            await using SqliteConnection store = await OpenAsync(connection);
            await using SqliteCommand read = store.CreateCommand();
            read.CommandText = "SELECT * FROM visit_view WHERE \"Key\" = $key";
            read.Parameters.AddWithValue("$key", key);
            await using SqliteDataReader row = await read.ExecuteReaderAsync();
            return await row.ReadAsync() ? Results.Json(Enumerable.Range(0, row.FieldCount).ToDictionary(row.GetName, i => row.GetValue(i).ToString())) : Results.NotFound();
        });
        _app.MapGet("/list", async () =>
        {
            await using SqliteConnection store = await OpenAsync(connection);
            await using SqliteCommand read = store.CreateCommand();
            read.CommandText = "SELECT * FROM obligation_view ORDER BY \"Key\" LIMIT 20";
            await using SqliteDataReader row = await read.ExecuteReaderAsync();
            List<Dictionary<string, string?>> rows = [];
            while (await row.ReadAsync())
            {
                rows.Add(Enumerable.Range(0, row.FieldCount).ToDictionary(row.GetName, i => row.GetValue(i).ToString()));
            }

            return Results.Json(rows);
        });
        _app.MapPost("/insert/{number:int}", async (int number) =>
        {
            await using SqliteConnection store = await OpenAsync(connection);
            await using SqliteCommand insert = store.CreateCommand();
            insert.CommandText = "INSERT INTO load_of_the_host (number, said) VALUES ($number, $said)";
            insert.Parameters.AddWithValue("$number", number);
            insert.Parameters.AddWithValue("$said", $"标签不全，第 {number} 次");
            return Results.Json(await insert.ExecuteNonQueryAsync());
        });
    }

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public static async Task<BareHost> StartAsync(string database)
    {
        await using (SqliteConnection store = await OpenAsync($"Data Source={database}"))
        await using (SqliteCommand create = store.CreateCommand())
        {
            create.CommandText = "CREATE TABLE IF NOT EXISTS load_of_the_host (id INTEGER PRIMARY KEY, number INTEGER NOT NULL, said TEXT NOT NULL)";
            await create.ExecuteNonQueryAsync();
        }

        BareHost host = new(database);
        await host._app.StartAsync();
        return host;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    // Nothing to set: by default what was answered is on disk (synchronous = FULL), as with the library's own connections.
    private static async Task<SqliteConnection> OpenAsync(string connection)
    {
        SqliteConnection store = new(connection);
        await store.OpenAsync();
        return store;
    }
}
