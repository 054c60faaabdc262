using System.Data.Common;
using System.Runtime.CompilerServices;
using NodaTime;

namespace RandomInspection.Exchange;

/// <summary>A day's messages one at a time, for reconciliation.</summary>
internal static class FrontDays
{
    public static async IAsyncEnumerable<(string Type, string Id, string Digest)> ReadAsync(
        FrontDatabase database, string sql, string partner, LocalDate day, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using DbConnection connection = await database.OpenAsync(cancellation);
        await using DbCommand command = FrontDatabase.Command(connection, null, sql, ("@partner", partner), ("@day", FrontText.Of(day)));
        await using DbDataReader reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            yield return (reader.GetString(0), reader.GetString(1), reader.GetString(2));
        }
    }
}
