using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>What a server must be set to before a host may trust it.</summary>
internal static class PostgreSqlSettings
{
    private const string Asked =
        "SELECT current_setting('server_version_num')::int, current_setting('server_encoding'), "
        + "current_setting('fsync'), current_setting('full_page_writes'), current_setting('synchronous_commit')";

    /// <summary>Refuses a server that is too old, keeps no Chinese, or acknowledges what it could still lose.</summary>
    /// <remarks>Source: PostgreSQL 15, §30.1 and §20.5: with any of the three settings off, a commit that was acknowledged may not survive.</remarks>
    public static async Task RequireAsync(InspectionContext context, CancellationToken cancellation)
    {
        await context.Database.OpenConnectionAsync(cancellation);
        try
        {
            await using DbCommand command = context.Database.GetDbConnection().CreateCommand();
            command.CommandText = Asked;
            await using DbDataReader settings = await command.ExecuteReaderAsync(cancellation);
            await settings.ReadAsync(cancellation);
            Require(settings.GetInt32(0) >= 130_000, StoreRefusals.Unsuitable, "server_version_num", settings.GetInt32(0), "130000 or later");
            Require(settings.GetString(1) == "UTF8", StoreRefusals.Unsuitable, "server_encoding", settings.GetString(1), "UTF8");
            Require(settings.GetString(2) == "on", StoreRefusals.LosesWrites, "fsync", settings.GetString(2), "on");
            Require(settings.GetString(3) == "on", StoreRefusals.LosesWrites, "full_page_writes", settings.GetString(3), "on");
            Require(settings.GetString(4) is not "off", StoreRefusals.LosesWrites, "synchronous_commit", settings.GetString(4), "on");
        }
        finally
        {
            await context.Database.CloseConnectionAsync();
        }
    }

    private static void Require(bool holds, RefusalDefinition otherwise, string name, object value, string due)
    {
        if (!holds)
        {
            throw new StoreFailedException(otherwise.With(("name", name), ("value", value), ("due", due)));
        }
    }
}
