using System.Globalization;
using Microsoft.Extensions.Options;
using Npgsql;
using Orleans.Configuration;

namespace RandomInspection.Orleans.Clustering;

/// <summary>Which silos there are, on PostgreSQL: the extended protocol of Orleans, in which every change raises the table's version.</summary>
/// <remarks>A change locks the version's row first, so of two silos that read the same version one writes and the other is told to read again.</remarks>
internal sealed class PostgreSqlMembershipTable(PostgreSqlTables tables, IOptions<ClusterOptions> options) : IMembershipTable
{
    private const string Columns = "silo, row_version, status, suspects, gateway_port, host, name, started_at, alive_at";

    private readonly string _cluster = options.Value.ClusterId;

    public async Task InitializeMembershipTable(bool tryInitTableVersion)
    {
        await using NpgsqlConnection connection = await tables.OpenAsync().ConfigureAwait(false);
        if (tryInitTableVersion)
        {
            await using NpgsqlCommand command = PostgreSqlTables.Command(
                connection, null, "INSERT INTO ri_cluster VALUES (@cluster, 0) ON CONFLICT DO NOTHING", ("cluster", _cluster));
            await command.ExecuteNonQueryAsync().ConfigureAwait(false);
        }
    }

    public async Task DeleteMembershipTableEntries(string clusterId)
    {
        await using NpgsqlConnection connection = await tables.OpenAsync().ConfigureAwait(false);
        await using NpgsqlCommand command = PostgreSqlTables.Command(connection, null, "DELETE FROM ri_cluster WHERE cluster = @cluster", ("cluster", clusterId));
        await command.ExecuteNonQueryAsync().ConfigureAwait(false);
    }

    public async Task CleanupDefunctSiloEntries(DateTimeOffset beforeDate)
    {
        await using NpgsqlConnection connection = await tables.OpenAsync().ConfigureAwait(false);
        await using NpgsqlCommand command = PostgreSqlTables.Command(
            connection,
            null,
            "DELETE FROM ri_cluster_silo WHERE cluster = @cluster AND status <> @active AND alive_at < @before",
            ("cluster", _cluster),
            ("active", (int)SiloStatus.Active),
            ("before", beforeDate.UtcDateTime));
        await command.ExecuteNonQueryAsync().ConfigureAwait(false);
    }

    public Task<MembershipTableData> ReadRow(SiloAddress key) => ReadAsync(key.ToParsableString());

    public Task<MembershipTableData> ReadAll() => ReadAsync(null);

    public Task<bool> InsertRow(MembershipEntry entry, TableVersion tableVersion) => ChangeAsync(
        entry,
        tableVersion,
        "INSERT INTO ri_cluster_silo (cluster, silo, row_version, status, suspects, gateway_port, host, name, started_at, alive_at)"
            + " VALUES (@cluster, @silo, 1, @status, @suspects, @gateway, @host, @name, @started, @alive) ON CONFLICT DO NOTHING");

    public Task<bool> UpdateRow(MembershipEntry entry, string etag, TableVersion tableVersion) => ChangeAsync(
        entry,
        tableVersion,
        "UPDATE ri_cluster_silo SET row_version = row_version + 1, status = @status, suspects = @suspects, alive_at = @alive"
            + " WHERE cluster = @cluster AND silo = @silo AND row_version = @row",
        long.Parse(etag, CultureInfo.InvariantCulture));

    /// <summary>A sign of life alone is no change of the table.</summary>
    public async Task UpdateIAmAlive(MembershipEntry entry)
    {
        await using NpgsqlConnection connection = await tables.OpenAsync().ConfigureAwait(false);
        await using NpgsqlCommand command = PostgreSqlTables.Command(
            connection,
            null,
            "UPDATE ri_cluster_silo SET alive_at = @alive WHERE cluster = @cluster AND silo = @silo",
            ("cluster", _cluster),
            ("silo", entry.SiloAddress.ToParsableString()),
            ("alive", Utc(entry.IAmAliveTime)));
        await command.ExecuteNonQueryAsync().ConfigureAwait(false);
    }

    private static DateTime Utc(DateTime time) => DateTime.SpecifyKind(time, DateTimeKind.Utc);

    private static string Text(List<Tuple<SiloAddress, DateTime>>? suspects) => string.Join(
        '\n', (suspects ?? []).Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Item1.ToParsableString()} {one.Item2.Ticks}")));

    private static MembershipEntry Entry(NpgsqlDataReader row) => new()
    {
        SiloAddress = SiloAddress.FromParsableString(row.GetString(0)),
        Status = (SiloStatus)row.GetInt32(2),
        SuspectTimes =
        [
            .. row.GetString(3).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' '))
                .Select(parts => Tuple.Create(SiloAddress.FromParsableString(parts[0]), new DateTime(long.Parse(parts[1], CultureInfo.InvariantCulture), DateTimeKind.Utc))),
        ],
        ProxyPort = row.GetInt32(4),
        HostName = row.GetString(5),
        SiloName = row.GetString(6),
        StartTime = row.GetDateTime(7),
        IAmAliveTime = row.GetDateTime(8),
    };

    /// <summary>Version and rows of one moment: one statement.</summary>
    private async Task<MembershipTableData> ReadAsync(string? silo)
    {
        await using NpgsqlConnection connection = await tables.OpenAsync().ConfigureAwait(false);
        await using NpgsqlCommand command = PostgreSqlTables.Command(
            connection,
            null,
            $"SELECT {Columns}, version FROM ri_cluster LEFT JOIN ri_cluster_silo USING (cluster) WHERE cluster = @cluster",
            ("cluster", _cluster));
        await using NpgsqlDataReader row = await command.ExecuteReaderAsync().ConfigureAwait(false);
        List<Tuple<MembershipEntry, string>> members = [];
        int version = 0;
        while (await row.ReadAsync().ConfigureAwait(false))
        {
            version = row.GetInt32(9);
            if (!row.IsDBNull(0) && (silo is null || row.GetString(0) == silo))
            {
                members.Add(Tuple.Create(Entry(row), row.GetInt64(1).ToString(CultureInfo.InvariantCulture)));
            }
        }

        return new MembershipTableData(members, new TableVersion(version, version.ToString(CultureInfo.InvariantCulture)));
    }

    private async Task<bool> ChangeAsync(MembershipEntry entry, TableVersion version, string sql, long row = 0)
    {
        await using NpgsqlConnection connection = await tables.OpenAsync().ConfigureAwait(false);
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync().ConfigureAwait(false);
        await using NpgsqlCommand raise = PostgreSqlTables.Command(
            connection,
            transaction,
            "UPDATE ri_cluster SET version = @next WHERE cluster = @cluster AND version = @read",
            ("cluster", _cluster),
            ("next", version.Version),
            ("read", int.Parse(version.VersionEtag, CultureInfo.InvariantCulture)));
        await using NpgsqlCommand change = PostgreSqlTables.Command(
            connection,
            transaction,
            sql,
            ("cluster", _cluster),
            ("silo", entry.SiloAddress.ToParsableString()),
            ("row", row),
            ("status", (int)entry.Status),
            ("suspects", Text(entry.SuspectTimes)),
            ("gateway", entry.ProxyPort),
            ("host", entry.HostName ?? ""),
            ("name", entry.SiloName ?? ""),
            ("started", Utc(entry.StartTime)),
            ("alive", Utc(entry.IAmAliveTime)));
        if (await raise.ExecuteNonQueryAsync().ConfigureAwait(false) != 1 || await change.ExecuteNonQueryAsync().ConfigureAwait(false) != 1)
        {
            return false; // disposing the transaction takes it back
        }

        await transaction.CommitAsync().ConfigureAwait(false);
        return true;
    }
}
