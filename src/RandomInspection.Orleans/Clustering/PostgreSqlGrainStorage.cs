using System.Globalization;
using Microsoft.Extensions.Options;
using Npgsql;
using Orleans.Configuration;
using Orleans.Serialization;
using Orleans.Serialization.Serializers;
using Orleans.Storage;

namespace RandomInspection.Orleans.Clustering;

/// <summary>States of grains on PostgreSQL, in the bytes of Orleans' serializer; who has read an older state is not let write.</summary>
internal sealed class PostgreSqlGrainStorage(PostgreSqlTables tables, IOptions<ClusterOptions> options, Serializer serializer, IActivatorProvider activators) : IGrainStorage
{
    private readonly string _service = options.Value.ServiceId;

    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        await using NpgsqlConnection connection = await tables.OpenAsync().ConfigureAwait(false);
        await using NpgsqlCommand command = Command(connection, "SELECT row_version, content FROM ri_cluster_grain WHERE service = @service AND grain = @grain AND state = @state", stateName, grainId);
        await using NpgsqlDataReader row = await command.ExecuteReaderAsync().ConfigureAwait(false);
        bool isThere = await row.ReadAsync().ConfigureAwait(false);
        grainState.State = isThere ? serializer.Deserialize<T>(row.GetFieldValue<byte[]>(1)) : activators.GetActivator<T>().Create();
        grainState.ETag = isThere ? row.GetInt64(0).ToString(CultureInfo.InvariantCulture) : null;
        grainState.RecordExists = isThere;
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        await using NpgsqlConnection connection = await tables.OpenAsync().ConfigureAwait(false);
        await using NpgsqlCommand command = grainState.ETag is { } etag
            ? Command(connection, "UPDATE ri_cluster_grain SET row_version = row_version + 1, content = @content WHERE service = @service AND grain = @grain AND state = @state AND row_version = @row RETURNING row_version", stateName, grainId, etag)
            : Command(connection, "INSERT INTO ri_cluster_grain (service, grain, state, row_version, content) VALUES (@service, @grain, @state, 1, @content) ON CONFLICT DO NOTHING RETURNING row_version", stateName, grainId);
        command.Parameters.AddWithValue("content", serializer.SerializeToArray(grainState.State));
        grainState.ETag = await command.ExecuteScalarAsync().ConfigureAwait(false) is long written
            ? written.ToString(CultureInfo.InvariantCulture)
            : throw Conflict(grainId, grainState.ETag);
        grainState.RecordExists = true;
    }

    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (grainState.ETag is { } etag)
        {
            await using NpgsqlConnection connection = await tables.OpenAsync().ConfigureAwait(false);
            await using NpgsqlCommand command = Command(connection, "DELETE FROM ri_cluster_grain WHERE service = @service AND grain = @grain AND state = @state AND row_version = @row", stateName, grainId, etag);
            if (await command.ExecuteNonQueryAsync().ConfigureAwait(false) != 1)
            {
                throw Conflict(grainId, etag);
            }
        }

        grainState.State = activators.GetActivator<T>().Create();
        grainState.ETag = null;
        grainState.RecordExists = false;
    }

    private static InconsistentStateException Conflict(GrainId grain, string? etag) => new($"Another grain {grain} has written.", "", etag ?? "");

    private NpgsqlCommand Command(NpgsqlConnection connection, string sql, string state, GrainId grain, string? row = null)
    {
        NpgsqlCommand command = PostgreSqlTables.Command(connection, null, sql, ("service", _service), ("grain", grain.ToString()), ("state", state));
        if (row is not null)
        {
            command.Parameters.AddWithValue("row", long.Parse(row, CultureInfo.InvariantCulture));
        }

        return command;
    }
}
