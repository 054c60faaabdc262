namespace RandomInspection.Tests;

/// <summary>Databases on the one server of this test run, which starts with the first of them and ends with the run.</summary>
internal static class PostgreSqlDatabases
{
    private static readonly Lazy<Task<PostgreSqlServer>> Server = new(() => PostgreSqlServer.StartAsync(CancellationToken.None));

    /// <summary>Makes a database, empty or a copy of one that nobody is connected to; skips the test if PostgreSQL is not installed.</summary>
    public static async Task CreateAsync(string database, string template = "template1")
    {
        Assert.SkipUnless(PostgreSqlServer.IsFound, PostgreSqlServer.HowToGetIt);
        await (await Server.Value).CreateAsync(database, TestContext.Current.CancellationToken, template);
    }

    /// <summary>Makes an empty database of another encoding; skips the test if PostgreSQL is not installed.</summary>
    public static async Task CreateOfEncodingAsync(string database, string encoding)
    {
        Assert.SkipUnless(PostgreSqlServer.IsFound, PostgreSqlServer.HowToGetIt);
        await (await Server.Value).CreateOfEncodingAsync(database, encoding, TestContext.Current.CancellationToken);
    }

    /// <summary>How to connect to a database, as its owner or in another role.</summary>
    public static async Task<string> ConnectionStringAsync(string database, string? role = null) => (await Server.Value).ConnectionString(database, role);

    /// <summary>Removes a database, whoever is connected to it.</summary>
    public static async Task DropAsync(string database) => await (await Server.Value).DropAsync(database);
}
