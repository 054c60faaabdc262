using System.Data.Common;
using RandomInspection.Ledger;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>PostgreSQL: that <c>ledger_stream</c>, at whose rows writers wait, says of every stream in which log it stands and how far it has grown.</summary>
/// <remarks>A stream whose first commit was refused has a row too: version 0.</remarks>
internal sealed class StandingCheck(CheckedStore store)
{
    private const string FirstDifference = """
        SELECT "Stream", s."Log", s."Version", e."Log", e."Version" FROM (
            SELECT "Stream", 0 AS "Log", max("Version") AS "Version" FROM "ledger" GROUP BY "Stream"
            UNION ALL
            SELECT "Stream", 1, max("Version") FROM "sealed_ledger" GROUP BY "Stream") e
        FULL JOIN "ledger_stream" s USING ("Stream")
        WHERE (s."Log", s."Version") IS DISTINCT FROM (coalesce(e."Log", 0), coalesce(e."Version", 0))
        ORDER BY 1 LIMIT 1
        """;

    public async Task<Refusal?> RunAsync(CancellationToken cancellation)
    {
        if (!store.IsPostgreSql)
        {
            return null;
        }

        await using DbCommand select = store.Command(FirstDifference);
        await using DbDataReader rows = await select.ExecuteReaderAsync(cancellation);
        return await rows.ReadAsync(cancellation)
            ? StoreDifferences.StandingDiffers.With(("stream", rows.GetString(0)), ("stored", Standing(rows, 1)), ("computed", Standing(rows, 3)))
            : null;
    }

    private static string Standing(DbDataReader rows, int column) =>
        rows.IsDBNull(column) ? RawTable.Show(null) : FormattableString.Invariant($"{CheckedStore.NameOf((LedgerLog)rows.GetInt32(column))} {rows.GetInt32(column + 1)}");
}
