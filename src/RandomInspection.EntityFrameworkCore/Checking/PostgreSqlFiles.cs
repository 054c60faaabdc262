using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using RandomInspection.Ledger;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>That the files of this library's tables are whole, as far as PostgreSQL's own extension <c>amcheck</c> sees: pages of tables, and that every row stands in every index.</summary>
/// <remarks>It is asked where it is installed in the database and this role may call it; otherwise a note says so. It locks out nobody who reads or writes. Source: PostgreSQL 15, appendix F.2.</remarks>
internal sealed class PostgreSqlFiles(CheckedStore store)
{
    private const string Callable = """
        SELECT quote_ident(nspname) FROM pg_extension JOIN pg_namespace n ON n.oid = extnamespace
        WHERE extname = 'amcheck'
          AND has_schema_privilege(n.oid, 'USAGE')
          AND has_function_privilege(to_regprocedure(quote_ident(nspname) || '.verify_heapam(regclass, boolean, boolean, text, bigint, bigint)'), 'EXECUTE')
          AND has_function_privilege(to_regprocedure(quote_ident(nspname) || '.bt_index_check(regclass, boolean)'), 'EXECUTE')
        """;

    public async Task<Refusal?> RunAsync(CancellationToken cancellation)
    {
        if (await store.ScalarAsync(Callable, cancellation) is not string schema)
        {
            store.Note(StoreDifferences.FilesNotLookedAt.With(("database", store.Context.Database.GetDbConnection().Database)));
            return null;
        }

        try
        {
            foreach (string table in PostgreSqlSchema.Tables(store.Context))
            {
                if (await BrokenAsync(schema, table, cancellation) is { } detail)
                {
                    return StoreDifferences.DatabaseBroken.With(("detail", detail));
                }
            }
        }
        catch (PostgresException broken) when (broken.SqlState is PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted or PostgresErrorCodes.IoError or PostgresErrorCodes.InternalError)
        {
            return StoreDifferences.DatabaseBroken.With(("detail", broken.MessageText));
        }

        return null;
    }

    /// <summary>What is broken in a table or its indexes; <see langword="null"/> if nothing is.</summary>
    private async Task<string?> BrokenAsync(string schema, string table, CancellationToken cancellation)
    {
        await using (DbCommand pages = store.Command($"SELECT blkno, offnum, msg FROM {schema}.verify_heapam(to_regclass(quote_ident(@table)), on_error_stop => true)", ("@table", table)))
        await using (DbDataReader rows = await pages.ExecuteReaderAsync(cancellation))
        {
            if (await rows.ReadAsync(cancellation))
            {
                return $"{table}, page {rows.GetValue(0)}, line {rows.GetValue(1)}: {rows.GetString(2)}";
            }
        }

        await store.ScalarAsync(
            $"SELECT count({schema}.bt_index_check(indexrelid, true)) FROM pg_index JOIN pg_class i ON i.oid = indexrelid JOIN pg_am a ON a.oid = relam WHERE indrelid = to_regclass(quote_ident(@table)) AND amname = 'btree'",
            cancellation, ("@table", table));
        return null;
    }
}
