using Npgsql;

namespace RandomInspection.Orleans.Clustering;

/// <summary>The tables of a cluster on PostgreSQL: its version, its silos, its grains' states.</summary>
internal sealed class PostgreSqlTables(NpgsqlDataSource database) : IDisposable
{
    private const string Schema = """
        SELECT pg_advisory_xact_lock(7244960731985520238);
        CREATE TABLE IF NOT EXISTS ri_cluster (
          cluster text PRIMARY KEY,
          version integer NOT NULL);
        CREATE TABLE IF NOT EXISTS ri_cluster_silo (
          cluster text NOT NULL REFERENCES ri_cluster (cluster) ON DELETE CASCADE,
          silo text NOT NULL,
          row_version bigint NOT NULL,
          status integer NOT NULL,
          suspects text NOT NULL,
          gateway_port integer NOT NULL,
          host text NOT NULL,
          name text NOT NULL,
          started_at timestamptz NOT NULL,
          alive_at timestamptz NOT NULL,
          PRIMARY KEY (cluster, silo));
        CREATE TABLE IF NOT EXISTS ri_cluster_grain (
          service text NOT NULL,
          grain text NOT NULL,
          state text NOT NULL,
          row_version bigint NOT NULL,
          content bytea NOT NULL,
          PRIMARY KEY (service, grain, state));
        """;

    private readonly SemaphoreSlim _making = new(1);
    private volatile bool _isMade;

    /// <summary>A connection to a database that has the tables.</summary>
    public async Task<NpgsqlConnection> OpenAsync()
    {
        if (!_isMade)
        {
            await MakeAsync().ConfigureAwait(false);
        }

        return await database.OpenConnectionAsync().ConfigureAwait(false);
    }

    /// <summary>A command.</summary>
    public static NpgsqlCommand Command(NpgsqlConnection connection, NpgsqlTransaction? transaction, string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        NpgsqlCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements stand in this folder; values are parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Transaction = transaction;
        foreach ((string name, object value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }

    public void Dispose() => _making.Dispose();

    private async Task MakeAsync()
    {
        await _making.WaitAsync().ConfigureAwait(false);
        try
        {
            await using NpgsqlConnection connection = await database.OpenConnectionAsync().ConfigureAwait(false);
            await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync().ConfigureAwait(false);
            await using NpgsqlCommand command = Command(connection, transaction, Schema);
            await command.ExecuteNonQueryAsync().ConfigureAwait(false);
            await transaction.CommitAsync().ConfigureAwait(false);
            _isMade = true;
        }
        finally
        {
            _making.Release();
        }
    }
}
