namespace RandomInspection.Tests;

/// <summary>One PostgreSQL server for the run, with a database for each who asks.</summary>
internal static class FrontServer
{
    private static readonly SemaphoreSlim One = new(1);
    private static PostgreSqlServer? _server;
    private static int _given;

    /// <summary>Connects to an empty database; skips the test where PostgreSQL is not installed.</summary>
    public static async Task<string> DatabaseAsync(CancellationToken cancellation)
    {
        Assert.SkipUnless(PostgreSqlServer.IsFound, PostgreSqlServer.HowToGetIt);
        await One.WaitAsync(cancellation);
        try
        {
            _server ??= await PostgreSqlServer.StartAsync(cancellation);
            string name = $"front{++_given}";
            await _server.CreateAsync(name, cancellation);
            return _server.ConnectionString(name);
        }
        finally
        {
            One.Release();
        }
    }
}
