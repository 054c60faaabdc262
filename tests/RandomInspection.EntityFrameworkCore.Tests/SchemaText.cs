using System.Data.Common;
using Npgsql;

namespace RandomInspection.Tests;

/// <summary>Tables, columns and indexes of a database as lines, to compare two.</summary>
internal static class SchemaText
{
    private const string Sqlite = """
        SELECT 'column ' || m.name || '.' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || c.pk || ' ' || ifnull(c.dflt_value, '')
        FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE '\_\_%' ESCAPE '\' AND m.name NOT LIKE 'sqlite%'
        UNION ALL
        SELECT 'index ' || m.name || '.' || i.name || ' ' || i."unique" || ' ' || (SELECT group_concat(x.name) FROM pragma_index_info(i.name) x)
        FROM sqlite_master m JOIN pragma_index_list(m.name) i WHERE m.type = 'table' AND m.name NOT LIKE '\_\_%' ESCAPE '\'
        ORDER BY 1
        """;

    private const string PostgreSql = """
        SELECT concat_ws(' ', 'column', table_name, column_name, data_type, collation_name, is_nullable, column_default)
        FROM information_schema.columns WHERE table_schema = current_schema() AND table_name NOT LIKE '\_\_%'
        UNION ALL
        SELECT replace(indexdef, current_schema() || '.', '')
        FROM pg_indexes WHERE schemaname = current_schema() AND tablename NOT LIKE '\_\_%'
        ORDER BY 1
        """;

    /// <summary>The lines of the tables that a connection sees first.</summary>
    public static async Task<string[]> OfAsync(DbConnection connection)
    {
        await using DbCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements stand above.
        command.CommandText = connection is NpgsqlConnection ? PostgreSql : Sqlite;
#pragma warning restore CA2100
        List<string> lines = [];
        await using DbDataReader reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            lines.Add(reader.GetString(0));
        }

        return [.. lines];
    }
}
