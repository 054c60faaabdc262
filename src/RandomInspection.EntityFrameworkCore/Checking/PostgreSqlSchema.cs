using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>What a PostgreSQL database has of this library's tables, and what hangs on them: columns, keys, indexes, triggers with their functions, rules, policies, heirs.</summary>
/// <remarks>Tables of others in the same database are none of its business. Source: PostgreSQL 15, chapter 53.</remarks>
internal static partial class PostgreSqlSchema
{
    private const string Asked = """
        WITH t AS (SELECT name, c.* FROM unnest(@tables) AS name LEFT JOIN pg_class c ON c.oid = to_regclass(quote_ident(name)))
        SELECT 'table ' || name, concat_ws(', ',
            CASE relkind WHEN 'r' THEN 'table' ELSE 'kind ' || relkind::text END,
            CASE WHEN relpersistence <> 'p' THEN 'persistence ' || relpersistence::text END,
            CASE WHEN relrowsecurity THEN 'row security' END,
            (SELECT string_agg('rule ' || rulename, ', ' ORDER BY rulename) FROM pg_rewrite WHERE ev_class = t.oid),
            (SELECT string_agg('heir of ' || inhparent::regclass::text, ', ') FROM pg_inherits WHERE inhrelid = t.oid),
            (SELECT string_agg('inherited by ' || inhrelid::regclass::text, ', ') FROM pg_inherits WHERE inhparent = t.oid))
        FROM t WHERE t.oid IS NOT NULL
        UNION ALL
        SELECT 'column ' || name || '.' || attname, concat_ws(' ', format_type(atttypid, atttypmod),
            'COLLATE ' || (SELECT collname FROM pg_collation l WHERE l.oid = attcollation),
            CASE WHEN attnotnull THEN 'NOT NULL' END,
            'DEFAULT ' || (SELECT regexp_replace(pg_get_expr(adbin, adrelid), '::[a-z ]+$', '') FROM pg_attrdef WHERE adrelid = attrelid AND adnum = attnum),
            nullif('identity ' || attidentity::text, 'identity '), nullif('generated ' || attgenerated::text, 'generated '))
        FROM t JOIN pg_attribute ON attrelid = t.oid WHERE attnum > 0 AND NOT attisdropped
        UNION ALL
        SELECT 'index ' || i.relname, concat_ws(' ', name, a.amname,
            (SELECT '(' || string_agg(coalesce(attname, '?'), ', ' ORDER BY n) || ')'
             FROM unnest(indkey::int2[]) WITH ORDINALITY AS k(att, n) LEFT JOIN pg_attribute ON attrelid = indrelid AND attnum = att AND att > 0),
            CASE WHEN indisprimary THEN 'PRIMARY' END,
            CASE WHEN indisunique THEN 'UNIQUE' END,
            'WHERE ' || pg_get_expr(indpred, indrelid),
            CASE WHEN NOT (indisvalid AND indisready AND indislive AND indimmediate) THEN 'not valid' END)
        FROM t JOIN pg_index ON indrelid = t.oid JOIN pg_class i ON i.oid = indexrelid JOIN pg_am a ON a.oid = i.relam
        UNION ALL
        SELECT 'constraint ' || conname, concat_ws(' ', name, contype, CASE WHEN contype <> 'p' THEN pg_get_constraintdef(o.oid) END)
        FROM t JOIN pg_constraint o ON conrelid = t.oid WHERE contype <> 'n'
        UNION ALL
        SELECT 'trigger ' || name || '.' || tgname, concat_ws(' ', tgtype::text, proname,
            CASE WHEN tgenabled <> 'O' THEN 'enabled ' || tgenabled::text END, CASE WHEN tgqual IS NOT NULL THEN 'WHEN' END, nullif('of ' || tgattr::text, 'of '))
        FROM t JOIN pg_trigger ON tgrelid = t.oid JOIN pg_proc p ON p.oid = tgfoid WHERE NOT tgisinternal
        UNION
        SELECT 'function ' || proname, concat_ws(' ', lanname, proconfig::text, CASE WHEN prosecdef THEN 'SECURITY DEFINER' END, prosrc)
        FROM t JOIN pg_trigger ON tgrelid = t.oid JOIN pg_proc p ON p.oid = tgfoid JOIN pg_language g ON g.oid = prolang WHERE NOT tgisinternal
        """;

    /// <summary>The bits of <c>pg_trigger.tgtype</c> by the words of CREATE TRIGGER.</summary>
    private static readonly (string Word, int Bit)[] Types = [("ROW", 1), ("BEFORE", 2), ("INSERT", 4), ("DELETE", 8), ("UPDATE", 16), ("TRUNCATE", 32)];

    /// <summary>What this version makes: tables as the model says, triggers and functions as the migrations do.</summary>
    public static SortedDictionary<string, string> Expected(InspectionContext context)
    {
        SortedDictionary<string, string> made = new(StringComparer.Ordinal);
        foreach (ITable table in context.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables)
        {
            made[$"table {table.Name}"] = "table";
            foreach (IColumn column in table.Columns)
            {
                string collation = column.Collation is { } name ? $" COLLATE {name}" : "";
                string nothing = column.IsNullable ? "" : " NOT NULL";
                string before = column.TryGetDefaultValue(out object? value) && value is not null ? $" DEFAULT {Literal(value)}" : "";
                made[$"column {table.Name}.{column.Name}"] = $"{column.StoreType}{collation}{nothing}{before}";
            }

            IUniqueConstraint key = table.PrimaryKey!;
            made[$"constraint {key.Name}"] = $"{table.Name} p";
            made[$"index {key.Name}"] = $"{table.Name} btree ({Names(key.Columns)}) PRIMARY UNIQUE";
            foreach (ITableIndex index in table.Indexes)
            {
                made[$"index {index.Name}"] = $"{table.Name} btree ({Names(index.Columns)}){(index.IsUnique ? " UNIQUE" : "")}";
            }
        }

        string script = StoreMigration.Script(StoreProvider.PostgreSql);
        foreach (Match function in Function.Matches(script))
        {
            made[$"function {function.Groups["name"].Value}"] = $"plpgsql {function.Groups["body"].Value}";
        }

        foreach (Match trigger in Trigger.Matches(script))
        {
            string words = $"BEFORE {trigger.Groups["events"].Value} {trigger.Groups["each"].Value}";
            int type = Types.Where(t => words.Contains(t.Word, StringComparison.Ordinal)).Sum(t => t.Bit);
            made[$"trigger {trigger.Groups["table"].Value}.{trigger.Groups["name"].Value}"] = FormattableString.Invariant($"{type} {trigger.Groups["function"].Value}");
        }

        return made;
    }

    /// <summary>What a store has.</summary>
    public static async Task<SortedDictionary<string, string>> StoredAsync(CheckedStore store, CancellationToken cancellation)
    {
        string[] tables = Tables(store.Context);
        SortedDictionary<string, string> found = new(StringComparer.Ordinal);
        await using DbCommand asked = store.Command(Asked, ("@tables", tables));
        await using DbDataReader rows = await asked.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            found[rows.GetString(0)] = rows.GetString(1);
        }

        return found;
    }

    /// <summary>The names of this library's tables.</summary>
    public static string[] Tables(InspectionContext context) => [.. context.Model.GetEntityTypes().Select(type => type.GetTableName()!)];

    [GeneratedRegex("""CREATE (OR REPLACE )?FUNCTION "(?<name>\w+)"\(\) RETURNS trigger LANGUAGE plpgsql AS \$\$(?<body>.*?)\$\$""", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Function { get; }

    [GeneratedRegex("""CREATE TRIGGER "(?<name>\w+)" BEFORE (?<events>[A-Z ]+) ON "(?<table>\w+)" FOR EACH (?<each>ROW|STATEMENT) EXECUTE FUNCTION "(?<function>\w+)"\(\)""", RegexOptions.CultureInvariant)]
    private static partial Regex Trigger { get; }

    private static string Names(IEnumerable<IColumn> columns) => string.Join(", ", columns.Select(column => column.Name));

    /// <summary>A value as <c>pg_get_expr</c> writes it, without the type that it adds.</summary>
    private static string Literal(object value) => value switch
    {
        string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        bool truth => truth ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
